#include "inventory/signature_index.h"

#include "base/text.h"

#include <algorithm>

namespace offramp {

namespace {

constexpr std::size_t index(EvidenceKind kind)
{
    return static_cast<std::size_t>(kind);
}

// A fact that was not read anywhere never decides, however strong it would be.
Confidence capped(Confidence strength, Verification verification)
{
    switch (verification) {
    case Verification::read:
    case Verification::quoted: return strength;
    case Verification::claimed: return std::min(strength, Confidence::likely);
    case Verification::weak:
    case Verification::inferred:
    case Verification::memory: break;
    }
    return Confidence::notSure;
}

// "Kaspersky Internet Security 2013" names a year of sale, not the version 13.0.
bool isYear(const std::string& version)
{
    return version.size() == 4 && version.find('.') == std::string::npos
           && (version.starts_with("19") || version.starts_with("20"));
}

bool anyMatches(const std::vector<Pattern>& patterns, const std::string& text)
{
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](const Pattern& pattern) { return pattern.match(text).has_value(); });
}

ReasonCode reasonFor(int field)
{
    return field == 2 ? ReasonCode::matchedId : field == 1 ? ReasonCode::matchedName : ReasonCode::matchedPath;
}

std::vector<Pattern> compile(const std::vector<std::string>& sources)
{
    return {sources.begin(), sources.end()};
}

}   // namespace

// One piece of evidence, each of its texts folded when a signature first asks for it.
struct SignatureIndex::Folded {
    explicit Folded(const Evidence& seen) : evidence(&seen) {}

    [[nodiscard]] const std::string& field(Field which) const
    {
        auto& text = m_texts[static_cast<std::size_t>(which)];
        if (!text) {
            text = which == Field::id     ? text::foldId(evidence->id)
                   : which == Field::name ? text::foldName(evidence->name)
                                          : text::foldPath(evidence->location);
        }
        return *text;
    }

    // Whether the publisher or the path names the vendor.
    [[nodiscard]] bool names(const CompiledVendor& vendor) const
    {
        const auto known =
            std::find_if(m_vendors.begin(), m_vendors.end(), [&](const auto& asked) { return asked.first == &vendor; });
        if (known != m_vendors.end()) {
            return known->second;
        }
        const std::string publisher = text::foldName(evidence->publisher);
        const std::string& path = field(Field::path);
        const bool named = (!publisher.empty() && anyMatches(vendor.publishers, publisher))
                           || (!path.empty() && anyMatches(vendor.pathRoots, path));
        m_vendors.emplace_back(&vendor, named);
        return named;
    }

    const Evidence* evidence;

private:
    mutable std::array<std::optional<std::string>, 3> m_texts;
    mutable std::vector<std::pair<const CompiledVendor*, bool>> m_vendors;
};

SignatureIndex::SignatureIndex(const std::map<std::string, Product>& products, const std::vector<Vendor>& vendors)
    : m_products(products)
{
    for (const Vendor& vendor : vendors) {
        m_vendors.emplace(vendor.id, CompiledVendor{compile(vendor.publishers), compile(vendor.pathRoots)});
    }
    for (const auto& entry : products) {
        const Product& product = entry.second;
        const auto vendor = std::find_if(vendors.begin(), vendors.end(),
                                         [&](const Vendor& candidate) { return candidate.id == product.vendor; });
        for (const Signature& signature : product.signatures) {
            addRule(product, signature, vendor == vendors.end() ? nullptr : &*vendor);
        }
    }
}

void SignatureIndex::addRule(const Product& product, const Signature& signature, const Vendor* vendor)
{
    // The field that says most is looked up; the others are conditions.
    const Field field = !signature.ids.empty() ? Field::id : !signature.names.empty() ? Field::name : Field::path;
    const std::vector<std::string>& sources = field == Field::id     ? signature.ids
                                              : field == Field::name ? signature.names
                                                                     : signature.paths;
    Rule rule{&product, &signature, vendor, {}};
    const auto require = [&](Field other, const std::vector<std::string>& patterns) {
        if (other != field) {
            for (const std::string& pattern : patterns) {
                rule.conditions.push_back({Pattern(pattern), other, m_rules.size()});
            }
        }
    };
    require(Field::name, signature.names);
    require(Field::path, signature.paths);
    for (const std::string& source : sources) {
        m_entries.push_back({Pattern(source), field, m_rules.size()});
        for (const EvidenceKind kind : signature.kinds) {
            shelve(kind, m_entries.size() - 1);
        }
    }
    m_rules.push_back(std::move(rule));
}

void SignatureIndex::shelve(EvidenceKind kind, std::size_t entry)
{
    const Entry& added = m_entries[entry];
    Shelf& shelf = m_shelves[index(kind)][static_cast<std::size_t>(added.field)];
    const std::string_view prefix = added.pattern.literalPrefix();
    if (added.pattern.isExact()) {
        shelf.exact[std::string(prefix)].push_back(entry);
    } else if (prefix.size() >= prefixLength) {
        shelf.byPrefix[std::string(prefix.substr(0, prefixLength))].push_back(entry);
    } else {
        shelf.others.push_back(entry);
    }
}

bool SignatureIndex::publisherAllows(const Rule& rule, const Folded& folded) const
{
    const PublisherRule wanted = rule.signature->publisher;
    if (wanted == PublisherRule::any || rule.vendor == nullptr) {
        return true;
    }
    if (folded.names(m_vendors.at(rule.vendor->id))) {
        return true;
    }
    // Many a game is called avp.exe: a program running from somebody else's folder has told where it is from.
    const Evidence& evidence = *folded.evidence;
    const bool placedElsewhere = evidence.kind == EvidenceKind::process && !evidence.location.empty();
    return wanted == PublisherRule::vendorOrUnknown && evidence.publisher.empty() && !placedElsewhere;
}

void SignatureIndex::collect(const Shelf& shelf, Field field, const Folded& folded,
                             std::vector<std::pair<Hit, std::size_t>>& hits) const
{
    if (shelf.exact.empty() && shelf.byPrefix.empty() && shelf.others.empty()) {
        return;
    }
    const std::string& text = folded.field(field);
    if (text.empty()) {
        return;
    }
    const auto consider = [&](const std::vector<std::size_t>& entries) {
        for (const std::size_t entryIndex : entries) {
            const Entry& entry = m_entries[entryIndex];
            const auto match = entry.pattern.match(text);
            if (!match) {
                continue;
            }
            const Rule& rule = m_rules[entry.rule];
            // Conditions of one field are alternatives; every field that has some must have one that holds.
            bool holds = true;
            std::string version = match->version;
            std::size_t literals = entry.pattern.literalLength();
            for (const Field other : {Field::name, Field::path}) {
                bool any = false;
                bool one = false;
                for (const Entry& condition : rule.conditions) {
                    if (condition.field != other) {
                        continue;
                    }
                    any = true;
                    if (const auto also = condition.pattern.match(folded.field(other))) {
                        one = true;
                        literals += condition.pattern.literalLength();
                        if (version.empty()) {
                            version = also->version;
                        }
                        break;
                    }
                }
                holds = holds && (!any || one);
            }
            if (!holds || !publisherAllows(rule, folded)) {
                continue;
            }
            Hit hit;
            hit.evidence = folded.evidence;
            hit.product = rule.product;
            hit.signature = rule.signature;
            const Verification verification = rule.signature->source.verification;
            hit.confidence = capped(rule.signature->strength, verification);
            hit.verified = mayDecide(verification) || verification == Verification::claimed;
            hit.version = folded.evidence->version;
            if (hit.version.empty() && rule.signature->versionHint && !isYear(version)) {
                hit.version = version;
            }
            const Evidence& evidence = *folded.evidence;
            // A key is told with its hive and view, as a person would look it up.
            const bool key = evidence.kind == EvidenceKind::registryKey;
            const std::string& seen = field == Field::id     ? (key ? evidence.readFrom : evidence.id)
                                      : field == Field::name ? evidence.name
                                                             : evidence.location;
            // Of a folder or file it is the place itself that belongs to the product.
            const bool isPlace = evidence.kind == EvidenceKind::folder || evidence.kind == EvidenceKind::file;
            hit.reason = Reason{isPlace ? ReasonCode::matchedId : reasonFor(static_cast<int>(field)),
                                {std::string(toString(evidence.kind)), seen},
                                rule.signature->source};
            hits.emplace_back(std::move(hit), (static_cast<std::size_t>(field) << 32) + literals);
        }
    };
    if (const auto exact = shelf.exact.find(text); exact != shelf.exact.end()) {
        consider(exact->second);
    }
    if (text.size() >= prefixLength) {
        if (const auto prefixed = shelf.byPrefix.find(text.substr(0, prefixLength)); prefixed != shelf.byPrefix.end()) {
            consider(prefixed->second);
        }
    }
    consider(shelf.others);
}

std::optional<Hit> SignatureIndex::find(const Evidence& evidence) const
{
    const auto& shelves = m_shelves[index(evidence.kind)];
    const Folded folded(evidence);
    std::vector<std::pair<Hit, std::size_t>> hits;
    for (const Field field : {Field::id, Field::name, Field::path}) {
        collect(shelves[static_cast<std::size_t>(field)], field, folded, hits);
    }
    if (hits.empty()) {
        return std::nullopt;
    }
    // A match on a product says more than one on what it is a kind of, wherever it was made.
    const auto isOutdone = [&](const Hit& candidate) {
        return std::any_of(hits.begin(), hits.end(), [&](const auto& other) {
            return other.first.product != candidate.product && isSameOrAbove(*candidate.product, *other.first.product);
        });
    };
    const auto rank = [&](const auto& hit) {
        return std::tuple(!isOutdone(hit.first), hit.second, hit.first.confidence);
    };
    auto best = hits.begin();
    for (auto hit = std::next(hits.begin()); hit != hits.end(); ++hit) {
        const bool better = rank(*best) < rank(*hit);
        const bool asGood = !better && !(rank(*hit) < rank(*best));
        if (better || (asGood && hit->first.product->id < best->first.product->id)) {
            best = hit;
        }
    }
    // What is sure of a product's line is not less sure because a guess names the product itself.
    for (const auto& [other, ignored] : hits) {
        if (isSameOrAbove(*other.product, *best->first.product)) {
            best->first.confidence = std::max(best->first.confidence, other.confidence);
            best->first.verified = best->first.verified || other.verified;
        }
    }
    return std::move(best->first);
}

const Product* SignatureIndex::product(const std::string& id) const
{
    const auto found = m_products.find(id);
    return found == m_products.end() ? nullptr : &found->second;
}

bool SignatureIndex::isSameOrAbove(const Product& ancestor, const Product& product) const
{
    for (const Product* current = &product; current != nullptr; current = this->product(current->parent)) {
        if (current == &ancestor) {
            return true;
        }
    }
    return false;
}

std::size_t SignatureIndex::depth(const Product& product) const
{
    std::size_t steps = 0;
    for (const Product* current = this->product(product.parent); current != nullptr;
         current = this->product(current->parent)) {
        ++steps;
    }
    return steps;
}

}   // namespace offramp
