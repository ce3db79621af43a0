#include "platform/curl_library.h"

namespace offramp {

// Part of the program.
const CurlLibrary* curlLibrary()
{
    static const CurlLibrary library{&::curl_global_init,   &::curl_easy_init,    &::curl_easy_cleanup,
                                     &::curl_easy_setopt,   &::curl_easy_perform, &::curl_easy_getinfo,
                                     &::curl_easy_strerror, &::curl_slist_append, &::curl_slist_free_all,
                                     &::curl_url,           &::curl_url_cleanup,  &::curl_url_get,
                                     &::curl_url_set,       &::curl_free};
    static const bool ready = library.globalInit(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    return ready ? &library : nullptr;
}

}   // namespace offramp
