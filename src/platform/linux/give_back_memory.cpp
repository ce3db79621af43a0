#include "platform/desktop.h"

#include <link.h>
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>

namespace offramp {

namespace {

// Whether the loader wrote into the code itself; such pages differ from the file and cannot be read again.
bool isWrittenTo(const dl_phdr_info& object)
{
    for (ElfW(Half) i = 0; i < object.dlpi_phnum; ++i) {
        if (object.dlpi_phdr[i].p_type != PT_DYNAMIC) {
            continue;
        }
        const auto* entry = reinterpret_cast<const ElfW(Dyn)*>(object.dlpi_addr + object.dlpi_phdr[i].p_vaddr);
        for (; entry->d_tag != DT_NULL; ++entry) {
            if (entry->d_tag == DT_TEXTREL || (entry->d_tag == DT_FLAGS && (entry->d_un.d_val & DF_TEXTREL) != 0)) {
                return true;
            }
        }
    }
    return false;
}

// Code and constants of the program and its libraries: the same bytes as in their files, from which the system reads
// what is needed again. Parts that may be written to are left alone.
int letGoOfCode(dl_phdr_info* object, std::size_t, void* pageSize)
{
    if (isWrittenTo(*object)) {
        return 0;
    }
    const auto page = *static_cast<const std::uintptr_t*>(pageSize);
    for (ElfW(Half) i = 0; i < object->dlpi_phnum; ++i) {
        const ElfW(Phdr)& part = object->dlpi_phdr[i];
        if (part.p_type != PT_LOAD || (part.p_flags & PF_W) != 0) {
            continue;
        }
        // Whole pages only: the rest of one may belong to a part that is written to.
        const std::uintptr_t begin = (object->dlpi_addr + part.p_vaddr + page - 1) / page * page;
        const std::uintptr_t end = (object->dlpi_addr + part.p_vaddr + part.p_filesz) / page * page;
        if (begin < end) {
            // Refused for what the kernel itself put there; nothing is lost by that.
            ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_DONTNEED);
        }
    }
    return 0;
}

}   // namespace

void giveBackMemory()
{
#ifdef __GLIBC__   // the other C libraries of Linux give freed memory back by themselves
    ::malloc_trim(0);
#endif
    const long size = ::sysconf(_SC_PAGESIZE);
    if (size > 0) {
        auto page = static_cast<std::uintptr_t>(size);
        ::dl_iterate_phdr(letGoOfCode, &page);
    }
}

}   // namespace offramp
