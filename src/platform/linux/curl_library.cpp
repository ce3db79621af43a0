#include "platform/curl_library.h"

#include <dlfcn.h>
#include <type_traits>

namespace offramp {

namespace {

// OFFRAMP_CURL_LIBRARY is the name programs linked with the libcurl of the headers would ask for.
CurlLibrary load(bool& complete)
{
    CurlLibrary library;
    void* handle = ::dlopen(OFFRAMP_CURL_LIBRARY, RTLD_NOW | RTLD_LOCAL);
    complete = handle != nullptr;
    const auto bind = [&](auto& function, const char* name) {
        function = handle == nullptr
                       ? nullptr
                       : reinterpret_cast<std::remove_reference_t<decltype(function)>>(::dlsym(handle, name));
        complete = complete && function != nullptr;
    };
    bind(library.globalInit, "curl_global_init");
    bind(library.easyInit, "curl_easy_init");
    bind(library.easyCleanup, "curl_easy_cleanup");
    bind(library.easySetopt, "curl_easy_setopt");
    bind(library.easyPerform, "curl_easy_perform");
    bind(library.easyGetinfo, "curl_easy_getinfo");
    bind(library.easyStrerror, "curl_easy_strerror");
    bind(library.slistAppend, "curl_slist_append");
    bind(library.slistFreeAll, "curl_slist_free_all");
    bind(library.url, "curl_url");
    bind(library.urlCleanup, "curl_url_cleanup");
    bind(library.urlGet, "curl_url_get");
    bind(library.urlSet, "curl_url_set");
    bind(library.free, "curl_free");
    complete = complete && library.globalInit(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    return library;
}

}   // namespace

const CurlLibrary* curlLibrary()
{
    static bool complete = false;
    static const CurlLibrary library = load(complete);
    return complete ? &library : nullptr;
}

}   // namespace offramp
