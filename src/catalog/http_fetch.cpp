#include "catalog/http_fetch.h"

#include "base/text.h"
#include "catalog/http_reply.h"
#include "platform/curl_library.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <memory>
#include <utility>

namespace offramp {

namespace {

constexpr int mostRedirects = 5;

// Whoever holds something of libcurl's has it.
struct FreeEasy {
    void operator()(CURL* handle) const { curlLibrary()->easyCleanup(handle); }
};
struct FreeUrl {
    void operator()(CURLU* url) const { curlLibrary()->urlCleanup(url); }
};
struct FreeText {
    void operator()(char* text) const { curlLibrary()->free(text); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curlLibrary()->slistFreeAll(list); }
};

std::string partOf(const CurlLibrary& curl, CURLU* url, CURLUPart part, unsigned flags = 0)
{
    char* text = nullptr;
    if (curl.urlGet(url, part, &text, flags) != CURLUE_OK) {
        return {};
    }
    const std::unique_ptr<char, FreeText> owner(text);
    return text;
}

tl::unexpected<FetchProblem> problem(ReasonCode code, std::vector<ReasonArgument> arguments, std::string detail,
                                     std::size_t received = 0, bool brokeOff = false)
{
    return tl::unexpected<FetchProblem>(
        FetchProblem{Reason{code, std::move(arguments), {}}, std::move(detail), received, brokeOff});
}

// One request and its answer, without following anything.
class Transfer {
public:
    Transfer(const CurlLibrary& curl, const FetchRequest& request, std::string url, std::string host,
             const std::stop_token& stop)
        : m_curl(curl), m_request(request), m_url(std::move(url)), m_host(std::move(host)), m_stop(stop),
          m_handle(curl.easyInit())
    {}

    // The address of a redirect, or empty when the content was taken or is unchanged.
    tl::expected<std::string, FetchProblem> run(const NetworkSettings& settings);
    [[nodiscard]] bool notModified() const { return m_action == HeadVerdict::Action::notModified; }
    [[nodiscard]] std::size_t received() const { return m_received; }

private:
    void prepare(const NetworkSettings& settings);
    template <class Value> void set(CURLoption option, Value value)
    {
        m_accepted = m_accepted && m_curl.easySetopt(m_handle.get(), option, value) == CURLE_OK;
    }
    // What the head says, once it is complete; false ends the transfer.
    bool judge();
    bool take(std::string_view bytes);
    [[nodiscard]] FetchProblem explain(CURLcode code) const;

    static std::size_t onHead(char* bytes, std::size_t size, std::size_t count, void* self);
    static std::size_t onContent(char* bytes, std::size_t size, std::size_t count, void* self);
    static int onProgress(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t);

    const CurlLibrary& m_curl;
    const FetchRequest& m_request;
    std::string m_url;
    std::string m_host;
    const std::stop_token& m_stop;
    std::unique_ptr<CURL, FreeEasy> m_handle;
    std::unique_ptr<curl_slist, FreeList> m_headers;
    std::array<char, CURL_ERROR_SIZE> m_errorText{};
    bool m_accepted = true;   // every option was taken
    HttpHead m_head;
    bool m_judged = false;
    HeadVerdict::Action m_action = HeadVerdict::Action::take;
    std::size_t m_position = 0;
    std::size_t m_received = 0;
    std::optional<FetchProblem> m_problem;
};

void Transfer::prepare(const NetworkSettings& settings)
{
    set(CURLOPT_URL, m_url.c_str());
    set(CURLOPT_ERRORBUFFER, m_errorText.data());
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_PROTOCOLS_STR, "https");
    set(CURLOPT_FOLLOWLOCATION, 0L);   // fetch() follows, after it looked where to
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    // Windows asks whether a certificate was revoked; a network without an answer to that is not an attack.
    set(CURLOPT_SSL_OPTIONS, static_cast<long>(CURLSSLOPT_REVOKE_BEST_EFFORT));
    if (!settings.authorities.empty()) {
        set(CURLOPT_CAINFO, settings.authorities.c_str());
        // Not asked whether it was taken: Schannel has no folder of authorities that could be left out.
        static_cast<void>(m_curl.easySetopt(m_handle.get(), CURLOPT_CAPATH, nullptr));
    }
    if (settings.proxyFor) {
        if (const std::string proxy = settings.proxyFor(m_url); !proxy.empty()) {
            set(CURLOPT_PROXY, proxy.c_str());
        }
    }
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    set(CURLOPT_USERAGENT, "Offramp");
    set(CURLOPT_HTTP_CONTENT_DECODING, 0L);
    set(CURLOPT_CONNECTTIMEOUT, static_cast<long>(settings.limits.connect.count()));
    set(CURLOPT_LOW_SPEED_LIMIT, settings.limits.slowest);
    set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(settings.limits.slowestFor.count()));
    set(CURLOPT_TIMEOUT, static_cast<long>(settings.limits.total.count()));
    set(CURLOPT_HEADERFUNCTION, &Transfer::onHead);
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_WRITEFUNCTION, &Transfer::onContent);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, &Transfer::onProgress);
    set(CURLOPT_XFERINFODATA, this);
    if (m_request.resumeAt > 0) {
        set(CURLOPT_RANGE, fmt::format("{}-", m_request.resumeAt).c_str());
    }
    if (m_request.ifModifiedSince) {
        const std::string line = "If-Modified-Since: " + httpDate(*m_request.ifModifiedSince);
        m_headers.reset(m_curl.slistAppend(nullptr, line.c_str()));
        set(CURLOPT_HTTPHEADER, m_headers.get());
    }
}

tl::expected<std::string, FetchProblem> Transfer::run(const NetworkSettings& settings)
{
    if (!m_handle) {
        return problem(ReasonCode::updateUnreachable, {m_host}, "no memory for a connection");
    }
    prepare(settings);
    if (!m_accepted) {
        // Each option stands for a promise of this file, so a library without one of them is not used at all.
        return problem(ReasonCode::updateUnreachable, {m_host}, "libcurl does not know an option that is needed");
    }
    const CURLcode code = m_curl.easyPerform(m_handle.get());
    if (code == CURLE_OK && !m_problem) {
        judge();   // an answer without content
    }
    if (m_problem) {
        m_problem->received = m_received;
        return tl::unexpected<FetchProblem>(*m_problem);
    }
    if (code != CURLE_OK) {
        return tl::unexpected<FetchProblem>(explain(code));
    }
    if (m_action == HeadVerdict::Action::redirect) {
        char* next = nullptr;
        m_curl.easyGetinfo(m_handle.get(), CURLINFO_REDIRECT_URL, &next);
        if (next == nullptr) {
            return problem(ReasonCode::updateServerProblem, {m_host, std::string("a redirect to nowhere")}, "");
        }
        return std::string(next);
    }
    if (m_action == HeadVerdict::Action::take && m_request.exactly && m_position + m_received != *m_request.exactly) {
        return problem(ReasonCode::updateTruncated, {}, "fewer bytes than were signed", m_received, true);
    }
    return std::string();
}

bool Transfer::judge()
{
    if (m_judged) {
        return !m_problem;
    }
    m_judged = true;
    long status = 0;
    m_curl.easyGetinfo(m_handle.get(), CURLINFO_RESPONSE_CODE, &status);
    const auto verdict = judgeHead(m_request, status, m_head, m_host);
    if (!verdict) {
        m_problem = verdict.error();
        return false;
    }
    m_action = verdict->action;
    m_position = verdict->position;
    if (m_action == HeadVerdict::Action::take && m_request.begin && !m_request.begin(m_position)) {
        m_problem =
            FetchProblem{Reason{ReasonCode::updateCannotStore, {std::string("the download")}, {}}, "", 0, false};
        return false;
    }
    return true;
}

bool Transfer::take(std::string_view bytes)
{
    if (!judge()) {
        return false;
    }
    if (m_action != HeadVerdict::Action::take) {
        return true;   // the page that comes along with a redirect
    }
    const std::size_t most = std::min(m_request.largest, m_request.exactly.value_or(m_request.largest));
    if (bytes.size() > most - std::min(most, m_position + m_received)) {
        m_problem = FetchProblem{Reason{ReasonCode::updateTooLarge, {m_host}, {}}, "more bytes than allowed", 0, false};
        return false;
    }
    if (!m_request.store(bytes)) {
        m_problem =
            FetchProblem{Reason{ReasonCode::updateCannotStore, {std::string("the download")}, {}}, "", 0, false};
        return false;
    }
    m_received += bytes.size();
    if (m_request.progress) {
        m_request.progress(m_position + m_received, m_request.exactly.value_or(0));
    }
    return true;
}

FetchProblem Transfer::explain(CURLcode code) const
{
    const std::string detail = m_errorText[0] != '\0' ? m_errorText.data() : m_curl.easyStrerror(code);
    const auto because = [&](ReasonCode reason, bool brokeOff = false) {
        return FetchProblem{Reason{reason, {m_host}, {}}, detail, m_received, brokeOff};
    };
    switch (code) {
    case CURLE_ABORTED_BY_CALLBACK:
        return FetchProblem{Reason{ReasonCode::updateCancelled, {}, {}}, "", m_received, false};
    case CURLE_OPERATION_TIMEDOUT: {
        curl_off_t connected = 0;
        m_curl.easyGetinfo(m_handle.get(), CURLINFO_APPCONNECT_TIME_T, &connected);
        return because(connected > 0 ? ReasonCode::updateTooSlow : ReasonCode::updateUnreachable);
    }
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS: return because(ReasonCode::updateNotSecure);
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM: return because(ReasonCode::updateBrokeOff, true);
    case CURLE_FILESIZE_EXCEEDED: return because(ReasonCode::updateTooLarge);
    case CURLE_WRITE_ERROR:            // the head was endless; every other end of ours has left its reason
    case CURLE_UNSUPPORTED_PROTOCOL:   // an answer that is not HTTP; the address was https
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_HTTP_RETURNED_ERROR:
    case CURLE_BAD_CONTENT_ENCODING:
        return FetchProblem{Reason{ReasonCode::updateServerLies, {m_host, detail}, {}}, detail, m_received, false};
    default: return because(ReasonCode::updateUnreachable);
    }
}

std::size_t Transfer::onHead(char* bytes, std::size_t size, std::size_t count, void* self)
{
    return static_cast<Transfer*>(self)->m_head.addLine({bytes, size * count}) ? size * count : 0;
}

std::size_t Transfer::onContent(char* bytes, std::size_t size, std::size_t count, void* self)
{
    return static_cast<Transfer*>(self)->take({bytes, size * count}) ? size * count : 0;
}

int Transfer::onProgress(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<Transfer*>(self)->m_stop.stop_requested() ? 1 : 0;
}

}   // namespace

std::optional<std::string> hostOf(std::string_view httpsUrl)
{
    constexpr std::string_view scheme = "https://";
    if (!httpsUrl.starts_with(scheme) || httpsUrl.substr(scheme.size()).starts_with('/')) {
        return std::nullopt;   // libcurl is lenient about a missing host
    }
    const CurlLibrary* const curl = curlLibrary();
    if (curl == nullptr) {
        return std::nullopt;
    }
    const std::unique_ptr<CURLU, FreeUrl> url(curl->url());
    const std::string text(httpsUrl);
    if (!url || curl->urlSet(url.get(), CURLUPART_URL, text.c_str(), CURLU_DISALLOW_USER) != CURLUE_OK) {
        return std::nullopt;
    }
    const bool plain =
        partOf(*curl, url.get(), CURLUPART_QUERY).empty() && partOf(*curl, url.get(), CURLUPART_FRAGMENT).empty();
    const std::string host = partOf(*curl, url.get(), CURLUPART_HOST);
    if (partOf(*curl, url.get(), CURLUPART_SCHEME) != "https" || host.empty() || !plain) {
        return std::nullopt;
    }
    return text::fold(host) + ":" + partOf(*curl, url.get(), CURLUPART_PORT, CURLU_DEFAULT_PORT);
}

tl::expected<FetchReply, FetchProblem> fetch(const FetchRequest& request, const NetworkSettings& settings,
                                             const std::stop_token& stop)
{
    if (stop.stop_requested()) {
        return problem(ReasonCode::updateCancelled, {}, "");
    }
    const CurlLibrary* const curl = curlLibrary();
    if (curl == nullptr) {
        return problem(ReasonCode::updateUnreachable, {request.url}, "there is no libcurl, or it could not be started");
    }
    auto host = hostOf(request.url);
    if (!host) {
        return problem(ReasonCode::updateNotHttps, {request.url}, "");
    }
    std::string url = request.url;
    for (int hops = 0; hops <= mostRedirects; ++hops) {
        Transfer transfer(*curl, request, url, *host, stop);
        const auto next = transfer.run(settings);
        if (!next) {
            return tl::unexpected<FetchProblem>(next.error());
        }
        if (next->empty()) {
            return FetchReply{transfer.notModified(), transfer.received()};
        }
        const auto target = hostOf(*next);
        if (!target || std::find(request.hosts.begin(), request.hosts.end(), *target) == request.hosts.end()) {
            return problem(ReasonCode::updateRedirected, {*host, target.value_or("an address without https")}, *next);
        }
        host = target;
        url = *next;
    }
    return problem(ReasonCode::updateRedirectLoop, {*host}, "");
}

}   // namespace offramp
