// Medians, in processor time, which other programs disturb little, of opening a catalog, finding a machine's products
// in it, and recommending; one line per catalog, in milliseconds. catalog_bench.py makes the catalogs and prints the
// curve.
#include "catalog/catalog_store.h"
#include "catalog/product_library.h"
#include "inventory/matcher.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

namespace {

using namespace offramp;

double medianMilliseconds(int runs, const std::function<void()>& work)
{
    std::vector<double> times;
    for (int run = 0; run < runs; ++run) {
        const auto begin = std::clock();
        work();
        times.push_back(1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

// A desktop's package list, of which `known` stand in the generated catalogs.
HostSnapshot packages(std::size_t known)
{
    HostSnapshot snapshot;
    SourceReport report;
    report.source = SourceKind::dpkg;
    report.coverage = Coverage::complete;
    for (std::size_t number = 0; number < 1000; ++number) {
        Evidence evidence;
        evidence.kind = EvidenceKind::package;
        evidence.source = SourceKind::dpkg;
        evidence.id = number < known ? "made-up-" + std::to_string(number * 7 % 900) + "-tools"
                                     : "lib" + std::to_string(number * 7919) + "-perl";
        evidence.name = evidence.id;
        evidence.version = "1." + std::to_string(number);
        evidence.publisher = "Debian maintainers";
        report.evidence.push_back(std::move(evidence));
    }
    snapshot.reports.push_back(std::move(report));
    return snapshot;
}

void mustWork(bool works)
{
    if (!works) {
        std::fputs("the catalog cannot be used\n", stderr);
        std::exit(1);
    }
}

}   // namespace

int main(int argc, char** argv)
{
    for (int index = 1; index < argc; ++index) {
        const double open = medianMilliseconds(21, [&] { mustWork(openCatalog(argv[index]).has_value()); });
        const auto catalog = openCatalog(argv[index]);
        mustWork(catalog.has_value());
        std::vector<double> match;
        std::size_t found = 0;
        for (const std::size_t known : {std::size_t{10}, std::size_t{900}}) {
            const auto snapshot = packages(known);
            // The catalog is opened anew each time: a check is the first thing a
            // program does with it.
            std::vector<double> times;
            for (int run = 0; run < 11; ++run) {
                const auto fresh = openCatalog(argv[index]);
                mustWork(fresh.has_value());
                times.push_back(medianMilliseconds(1, [&] {
                    const auto concerned = fresh->library->concerning(snapshot);
                    mustWork(concerned.has_value());
                    found = Matcher(concerned->products, fresh->vendors).match(snapshot, concerned->evidence).size();
                }));
            }
            std::sort(times.begin(), times.end());
            match.push_back(times[times.size() / 2]);
        }
        Needs needs;
        needs.features = {"realtime_av", "web_protection"};
        // The first time reads the replacements; later ones only compare them.
        std::vector<double> first;
        for (int run = 0; run < 11; ++run) {
            const auto fresh = openCatalog(argv[index]);
            mustWork(fresh.has_value());
            first.push_back(medianMilliseconds(1, [&] { mustWork(!recommend(fresh->replacements, needs).empty()); }));
        }
        std::sort(first.begin(), first.end());
        const double recommended =
            medianMilliseconds(21, [&] { mustWork(!recommend(catalog->replacements, needs).empty()); });
        std::printf("%zu %zu %.3f %.3f %.3f %.3f %.3f %zu\n", productCount(*catalog), catalog->replacements.size(),
                    open, match[0], match[1], first[first.size() / 2], recommended, found);
    }
}
