#pragma once

#include <curl/curl.h>

namespace offramp {

// The calls of libcurl that Offramp makes, by libcurl's own names and rules (https://curl.se/libcurl/c/).
struct CurlLibrary {
    decltype(&::curl_global_init) globalInit = nullptr;
    decltype(&::curl_easy_init) easyInit = nullptr;
    decltype(&::curl_easy_cleanup) easyCleanup = nullptr;
    decltype(&::curl_easy_setopt) easySetopt = nullptr;
    decltype(&::curl_easy_perform) easyPerform = nullptr;
    decltype(&::curl_easy_getinfo) easyGetinfo = nullptr;
    decltype(&::curl_easy_strerror) easyStrerror = nullptr;
    decltype(&::curl_slist_append) slistAppend = nullptr;
    decltype(&::curl_slist_free_all) slistFreeAll = nullptr;
    decltype(&::curl_url) url = nullptr;
    decltype(&::curl_url_cleanup) urlCleanup = nullptr;
    decltype(&::curl_url_get) urlGet = nullptr;
    decltype(&::curl_url_set) urlSet = nullptr;
    decltype(&::curl_free) free = nullptr;
};

// Ready for use by any thread, until the program ends; nullptr where this computer has no usable libcurl. Where it is a
// library of the system it is loaded by the first call: it brings thirty others, and most starts never touch a network.
[[nodiscard]] const CurlLibrary* curlLibrary();

}   // namespace offramp
