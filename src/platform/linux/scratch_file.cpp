#include "platform/scratch_file.h"

#include "platform/linux/file_descriptor.h"
#include "platform/linux/linux_files.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <sys/types.h>
#include <unistd.h>
#include <utility>

namespace offramp {

namespace {

class LinuxScratchFile final : public ScratchFile {
public:
    explicit LinuxScratchFile(FileDescriptor file) : m_file(std::move(file)) {}

    Result<void> append(std::string_view bytes) override
    {
        std::uint64_t end = m_size;
        for (std::string_view rest = bytes; !rest.empty();) {
            const ssize_t count = ::pwrite(m_file.get(), rest.data(), rest.size(), static_cast<off_t>(end));
            if (count < 0 && errno == EINTR) {
                continue;
            }
            if (count <= 0) {
                return tl::unexpected(errorFromErrno(count == 0 ? ENOSPC : errno, "writing a temporary file"));
            }
            end += static_cast<std::uint64_t>(count);
            rest.remove_prefix(static_cast<std::size_t>(count));
        }
        m_size = end;
        return {};
    }

    Result<std::string> read(std::uint64_t offset, std::size_t size) const override
    {
        std::string bytes(size, '\0');
        for (std::size_t have = 0; have < size;) {
            const ssize_t count =
                ::pread(m_file.get(), bytes.data() + have, size - have, static_cast<off_t>(offset + have));
            if (count < 0 && errno == EINTR) {
                continue;
            }
            if (count <= 0) {
                return tl::unexpected(errorFromErrno(count == 0 ? EIO : errno, "reading a temporary file"));
            }
            have += static_cast<std::size_t>(count);
        }
        return bytes;
    }

private:
    FileDescriptor m_file;
    std::uint64_t m_size = 0;
};

}   // namespace

Result<std::unique_ptr<ScratchFile>> makeScratchFile()
{
    // Where it is set, and then where files stay on the disk: /tmp may be memory.
    const char* const wanted = std::getenv("TMPDIR");
    int error = ENOENT;
    for (const char* const folder : {wanted, "/var/tmp", "/tmp"}) {
        if (folder == nullptr || *folder == '\0') {
            continue;
        }
        std::string name = std::string(folder) + "/offramp-XXXXXX";
        FileDescriptor file(::mkostemp(name.data(), O_CLOEXEC));   // for this person only
        if (file.valid()) {
            static_cast<void>(::unlink(name.c_str()));
            return std::unique_ptr<ScratchFile>(std::make_unique<LinuxScratchFile>(std::move(file)));
        }
        error = errno;
    }
    return tl::unexpected(errorFromErrno(error, "making a temporary file"));
}

}   // namespace offramp
