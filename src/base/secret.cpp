#include "base/secret.h"

#include <sodium/utils.h>

namespace offramp {

void overwrite(void* memory, std::size_t bytes)
{
    sodium_memzero(memory, bytes);
}

void overwrite(std::string& secret)
{
    secret.resize(secret.capacity());   // never moves it
    sodium_memzero(secret.data(), secret.size());
    secret.clear();
}

}   // namespace offramp
