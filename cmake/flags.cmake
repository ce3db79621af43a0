# One target carries every flag: language level, warnings as errors, hardening, sanitizers.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE RelWithDebInfo)
endif()

set(OFFRAMP_SANITIZE "" CACHE STRING "Sanitizers, comma separated: address,undefined or thread")

find_program(OFFRAMP_CCACHE ccache)
if(OFFRAMP_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${OFFRAMP_CCACHE}")
endif()

add_library(offramp_flags INTERFACE)
target_compile_options(offramp_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual
    -Werror -fno-common)
if(NOT OFFRAMP_SANITIZE)
    # Under a sanitizer the files of a module are compiled as one, and see each other's names.
    target_compile_options(offramp_flags INTERFACE -Wshadow)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 warns about std::string inside std::variant and std::optional where nothing is wrong (GCC bug 105562).
    target_compile_options(offramp_flags INTERFACE -Wno-maybe-uninitialized -Wno-restrict)
endif()
if(NOT WIN32)
    target_compile_options(offramp_flags INTERFACE -fstack-protector-strong)
    target_compile_definitions(offramp_flags INTERFACE $<$<CONFIG:Release,RelWithDebInfo>:_FORTIFY_SOURCE=2>)
    target_link_options(offramp_flags INTERFACE -Wl,--as-needed)
else()
    # Random addresses, no running of data, and no moment of building: the same sources give the same file.
    # tests/windows/program_files.py asks the finished programs.
    target_link_options(offramp_flags INTERFACE -Wl,--dynamicbase,--nxcompat,--high-entropy-va,--no-insert-timestamp)
endif()
if(OFFRAMP_SANITIZE)
    target_compile_options(offramp_flags INTERFACE -fsanitize=${OFFRAMP_SANITIZE} -fno-omit-frame-pointer
        -fno-sanitize-recover=all)
    target_link_options(offramp_flags INTERFACE -fsanitize=${OFFRAMP_SANITIZE})
endif()
if(OFFRAMP_FUZZ)
    # The fuzzer learns from every library's branches, not only from those of its own file.
    target_compile_options(offramp_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
target_include_directories(offramp_flags INTERFACE "${CMAKE_SOURCE_DIR}/src")
