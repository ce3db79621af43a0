#include "platform/linux/program_start.h"

#include "platform/linux/linux_files.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <string_view>

namespace offramp {

namespace {

// Never $PATH: a folder the person can write must not decide which program answers.
constexpr std::array<std::string_view, 4> programFolders{"/usr/bin", "/bin", "/usr/sbin", "/sbin"};

bool isProgram(const std::string& path)
{
    struct stat information {};
    return ::stat(path.c_str(), &information) == 0 && S_ISREG(information.st_mode) && ::access(path.c_str(), X_OK) == 0;
}

// posix_spawn wants arrays of writable text.
std::vector<char*> pointersTo(std::vector<std::string>& texts)
{
    std::vector<char*> pointers;
    for (std::string& text : texts) {
        pointers.push_back(text.data());
    }
    pointers.push_back(nullptr);
    return pointers;
}

}   // namespace

Result<std::string> findProgram(const std::string& executable)
{
    if (executable.starts_with('/')) {
        if (isProgram(executable)) {
            return executable;
        }
        return fail(ErrorCode::notFound, executable);
    }
    if (executable.empty() || executable.find('/') != std::string::npos) {
        return fail(ErrorCode::unsupported, "program \"" + executable + "\"");
    }
    for (const std::string_view folder : programFolders) {
        std::string path = std::string(folder) + "/" + executable;
        if (isProgram(path)) {
            return path;
        }
    }
    return fail(ErrorCode::notFound, executable);
}

SpawnSettings::SpawnSettings(int outputDescriptor, Errors errors, Group group)
{
    ::posix_spawn_file_actions_init(&m_actions);
    ::posix_spawn_file_actions_addopen(&m_actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&m_actions, outputDescriptor, STDOUT_FILENO);
    if (errors == Errors::withOutput) {
        ::posix_spawn_file_actions_adddup2(&m_actions, outputDescriptor, STDERR_FILENO);
    } else {
        ::posix_spawn_file_actions_addopen(&m_actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    }
    // Whatever this program was handed by whoever started it.
    ::posix_spawn_file_actions_addclosefrom_np(&m_actions, STDERR_FILENO + 1);
    ::posix_spawn_file_actions_addchdir_np(&m_actions, "/");
    ::posix_spawnattr_init(&m_attributes);
    // An own group, so that a stopped command takes its children with it; an own session tells whose children are
    // whose.
    ::posix_spawnattr_setpgroup(&m_attributes, 0);
    sigset_t signals;
    ::sigemptyset(&signals);
    ::posix_spawnattr_setsigmask(&m_attributes, &signals);
    ::sigfillset(&signals);
    ::posix_spawnattr_setsigdefault(&m_attributes, &signals);
    const int own = group == Group::session ? POSIX_SPAWN_SETSID : POSIX_SPAWN_SETPGROUP;
    ::posix_spawnattr_setflags(&m_attributes, static_cast<short>(own | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF));
}

SpawnSettings::~SpawnSettings()
{
    ::posix_spawn_file_actions_destroy(&m_actions);
    ::posix_spawnattr_destroy(&m_attributes);
}

Result<pid_t> SpawnSettings::start(const std::string& program, std::vector<std::string> arguments,
                                   std::vector<std::string> environment) const
{
    arguments.insert(arguments.begin(), program);
    pid_t id = 0;
    const int failure = ::posix_spawn(&id, program.c_str(), &m_actions, &m_attributes, pointersTo(arguments).data(),
                                      pointersTo(environment).data());
    if (failure != 0) {
        return tl::unexpected(errorFromErrno(failure, program));
    }
    return id;
}

}   // namespace offramp
