#include "catalog/mirror_client.h"

#include "catalog/catalog_delta.h"
#include "catalog/gzip.h"

#include <algorithm>
#include <fstream>
#include <utility>

namespace offramp {

namespace {

const std::vector<std::string> jsonTypes{"application/json"};
const std::vector<std::string> signatureTypes{"application/octet-stream", "text/plain"};
const std::vector<std::string> gzipTypes{"application/octet-stream", "application/gzip", "application/x-gzip"};

// How often one server is asked for the rest of a file after the connection broke off.
constexpr int mostResumptions = 4;

constexpr std::chrono::hours askAnywayAfter{30 * 24};

tl::unexpected<FetchProblem> problem(Reason reason, std::string detail = {})
{
    return tl::unexpected<FetchProblem>(FetchProblem{std::move(reason), std::move(detail), 0, false});
}

tl::unexpected<FetchProblem> problem(ReasonCode code, std::vector<ReasonArgument> arguments = {})
{
    return problem(Reason{code, std::move(arguments), {}});
}

bool isCancelled(const FetchProblem& met)
{
    return met.reason.code == ReasonCode::updateCancelled;
}

}   // namespace

MirrorClient::MirrorClient(const UpdateSettings& settings, const Holding& holding, const VaultWriter& writer,
                           const ProgressSink& progress, const std::stop_token& stop)
    : m_settings(settings), m_holding(holding), m_writer(writer), m_progress(progress), m_stop(stop)
{
    for (const std::string& mirror : settings.mirrors) {
        if (auto host = hostOf(mirror)) {
            m_hosts.push_back(std::move(*host));
        }
    }
}

void MirrorClient::tell(const char* item, std::size_t done, std::size_t total) const
{
    if (m_progress) {
        m_progress(Progress{item, done, total});
    }
}

tl::expected<FetchReply, FetchProblem> MirrorClient::ask(const FetchRequest& request)
{
    auto reply = fetch(request, m_settings.network, m_stop);
    m_received += reply ? reply->received : reply.error().received;
    return reply;
}

MirrorClient::Bytes MirrorClient::download(const std::string& url, std::vector<std::string> types, std::size_t largest,
                                           std::optional<std::size_t> exactly)
{
    std::string bytes;
    FetchRequest request;
    request.url = url;
    request.hosts = m_hosts;
    request.types = std::move(types);
    request.largest = largest;
    request.exactly = exactly;
    request.store = [&](std::string_view more) {
        bytes.append(more);
        return true;
    };
    const auto reply = ask(request);
    return reply ? Bytes(std::move(bytes)) : Bytes(tl::unexpected<FetchProblem>(reply.error()));
}

tl::expected<std::optional<CatalogIndex>, FetchProblem> MirrorClient::index(const std::string& base, Instant now)
{
    tell("catalogIndex", 0, 0);
    std::string page;
    FetchRequest request;
    request.url = base + "index.json";
    request.hosts = m_hosts;
    request.types = jsonTypes;
    request.largest = largestIndex;
    // A server whose clock or whose files' times are wrong could answer "unchanged" for ever. It can do so for a month.
    const bool recent = m_holding.newestIssuedAt && now - *m_holding.newestIssuedAt < askAnywayAfter;
    request.ifModifiedSince = recent ? m_holding.newestIssuedAt : std::nullopt;
    request.store = [&](std::string_view more) {
        page.append(more);
        return true;
    };
    const auto reply = ask(request);
    if (!reply) {
        return tl::unexpected<FetchProblem>(reply.error());
    }
    if (reply->notModified) {
        return std::optional<CatalogIndex>();
    }
    const auto signature = download(base + "index.json.minisig", signatureTypes, largestSignature, {});
    if (!signature) {
        return tl::unexpected<FetchProblem>(signature.error());
    }
    auto read = readIndex(page, *signature, m_settings.keys);
    if (!read) {
        return problem(read.error());
    }
    return std::optional<CatalogIndex>(std::move(*read));
}

MirrorClient::Bytes MirrorClient::wholeFile(const std::string& base, const PublishedFile& file)
{
    const auto part = m_writer.partialFile(file.sha256);
    m_writer.forgetPartialFiles(file.sha256);
    std::optional<FetchProblem> met;
    for (int round = 0; round <= mostResumptions; ++round) {
        std::error_code error;
        const auto there = std::filesystem::file_size(part, error);
        std::size_t have = error ? 0 : static_cast<std::size_t>(there);
        if (have > file.size) {
            std::filesystem::remove(part, error);
            have = 0;
        }
        if (have < file.size) {
            std::ofstream stream;
            FetchRequest request;
            request.url = base + file.name;
            request.hosts = m_hosts;
            request.types = gzipTypes;
            request.largest = file.size;
            request.exactly = file.size;
            request.resumeAt = have;
            request.begin = [&](std::size_t position) {
                stream.open(part, position > 0 ? std::ios::binary | std::ios::app : std::ios::binary | std::ios::trunc);
                return stream.is_open();
            };
            request.store = [&](std::string_view more) {
                stream.write(more.data(), static_cast<std::streamsize>(more.size()));
                return stream.good();
            };
            request.progress = [&](std::size_t done, std::size_t total) { tell("catalogDownload", done, total); };
            const auto reply = ask(request);
            stream.close();
            if (!reply) {
                met = reply.error();
                if (met->brokeOff && met->received > 0) {
                    continue;   // what came is kept; ask for the rest
                }
                if (have > 0 && !isCancelled(*met)) {
                    std::filesystem::remove(part, error);   // perhaps our part is what the server cannot continue
                }
                return tl::unexpected<FetchProblem>(*met);
            }
        }
        auto bytes = readWhole(part, file.size);
        std::filesystem::remove(part, error);
        if (!bytes || bytes->size() != file.size) {
            return problem(ReasonCode::updateCannotStore, {std::string("the download")});
        }
        if (sha256Of(*bytes) != file.sha256) {
            met = FetchProblem{Reason{ReasonCode::updateBytesChanged, {}, {}}, "", 0, false};
            if (have > 0) {
                continue;   // the part we had may be the wrong one, so once more from the beginning
            }
            return tl::unexpected<FetchProblem>(*met);
        }
        return std::move(*bytes);
    }
    return met ? Bytes(tl::unexpected<FetchProblem>(*met)) : Bytes(problem(ReasonCode::updateBytesChanged));
}

std::optional<std::string> MirrorClient::fromDelta(const std::string& base, const CatalogIndex& index)
{
    std::vector<std::string> olds;
    for (const auto& database : m_holding.databases) {
        if (auto bytes = readWhole(database, largestDatabase)) {
            olds.push_back(std::move(*bytes));
        }
    }
    olds.emplace_back(m_holding.builtIn);
    for (const std::string& old : olds) {
        const std::string oldSha256 = sha256Of(old);
        const auto delta = std::find_if(index.deltas.begin(), index.deltas.end(), [&](const PublishedDelta& each) {
            return each.fromSha256 == oldSha256 && each.file.size < index.file.size;
        });
        if (delta == index.deltas.end()) {
            continue;
        }
        const auto packed = download(base + delta->file.name, gzipTypes, delta->file.size, delta->file.size);
        if (!packed || sha256Of(*packed) != delta->file.sha256) {
            return std::nullopt;
        }
        // Copies may name more than the delta holds, but its literal bytes cannot be more than the result.
        const auto unpacked = gunzip(*packed, 2 * index.databaseSize);
        auto made = unpacked ? applyDelta(old, *unpacked, index.databaseSize) : fail(ErrorCode::malformed, "");
        if (!made || sha256Of(*made) != index.databaseSha256) {
            return std::nullopt;
        }
        return std::move(*made);
    }
    return std::nullopt;
}

MirrorClient::Bytes MirrorClient::fromWhole(const std::string& base, const CatalogIndex& index,
                                            const BundleSignature& signature)
{
    const auto packed = wholeFile(base, index.file);
    if (!packed) {
        return packed;
    }
    if (const auto proof = verifyFile(*packed, signature, m_settings.keys); !proof) {
        return problem(proof.error());
    }
    auto database = gunzip(*packed, index.databaseSize);
    if (!database) {
        return problem(database.error().code == ErrorCode::tooLarge ? ReasonCode::updateBomb
                                                                    : ReasonCode::updateTruncated);
    }
    return database->size() == index.databaseSize ? Bytes(std::move(*database))
                                                  : Bytes(problem(ReasonCode::updateTruncated));
}

tl::expected<std::optional<FetchedCatalog>, FetchProblem> MirrorClient::newest(const std::string& mirror, Instant now)
{
    const std::string base = mirror.ends_with('/') ? mirror : mirror + "/";
    const auto found = index(base, now);
    if (!found) {
        return tl::unexpected<FetchProblem>(found.error());
    }
    if (!*found || ((*found)->serial == m_holding.highest && m_holding.inUse == m_holding.highest)) {
        return std::optional<FetchedCatalog>();
    }
    const CatalogIndex& index = **found;
    const Offer offer{index.serial, index.schemaVersion, index.expiresAt};
    if (const auto allowed = mayReplace(offer, m_holding.highest, now); !allowed) {
        return problem(allowed.error());
    }
    auto text = download(base + index.file.name + ".minisig", signatureTypes, largestSignature, {});
    if (!text) {
        return tl::unexpected<FetchProblem>(text.error());
    }
    const auto signature = parseSignature(*text);
    auto proof = signature ? verifyComment(*signature, m_settings.keys) : tl::unexpected<Reason>(signature.error());
    if (!proof) {
        return problem(proof.error());
    }
    if (proof->facts.kind != SignedKind::catalog || proof->facts.serial != index.serial
        || proof->facts.expires != index.proof.facts.expires || proof->facts.databaseSha256 != index.databaseSha256) {
        return problem(ReasonCode::updateForeignSignature);
    }
    auto database = fromDelta(base, index);
    if (!database) {
        if (m_stop.stop_requested()) {
            return problem(ReasonCode::updateCancelled);
        }
        auto whole = fromWhole(base, index, *signature);
        if (!whole) {
            return tl::unexpected<FetchProblem>(whole.error());
        }
        database = std::move(*whole);
    }
    tell("catalogCheck", 0, 0);
    if (sha256Of(*database) != proof->facts.databaseSha256) {
        return problem(ReasonCode::updateWrongContent, {std::to_string(index.serial)});
    }
    const auto info = examineDatabase(*database, index.serial);
    if (!info) {
        return problem(info.error());
    }
    if (info->expiresAt != index.expiresAt || info->issuedAt != index.issuedAt) {
        return problem(ReasonCode::updateWrongContent, {std::to_string(index.serial)});
    }
    return std::optional<FetchedCatalog>(FetchedCatalog{std::move(*database), std::move(*text), std::move(*proof)});
}

}   // namespace offramp
