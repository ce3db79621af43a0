// For programs that find their catalog as a file.
#include "catalog/built_in_catalog.h"

namespace offramp {

std::string_view builtInCatalog()
{
    return {};
}

}   // namespace offramp
