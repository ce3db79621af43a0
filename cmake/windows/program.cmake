# offramp_windows_program(<target> LEVEL asInvoker|requireAdministrator DESCRIPTION <text>): gives a program the icon,
# the version and the manifest Windows reads from it, and leaves out its symbols. Does nothing when building for another system.
function(offramp_windows_program target)
    if(NOT WIN32)
        return()
    endif()
    cmake_parse_arguments(program "" "LEVEL;DESCRIPTION" "" ${ARGN})
    set(program_NAME "${target}")
    set(program_SOURCES "${CMAKE_SOURCE_DIR}/resources/packaging/windows")
    string(REPLACE "." "," program_VERSION_NUMBERS "${PROJECT_VERSION}")
    set(generated "${CMAKE_CURRENT_BINARY_DIR}/${target}_resources")
    configure_file("${program_SOURCES}/program.manifest.in" "${generated}/program.manifest" @ONLY)
    configure_file("${program_SOURCES}/program.rc.in" "${generated}/program.rc" @ONLY)
    # A library of its own, so that windres is not given the C++ compiler's options.
    add_library(${target}_resources OBJECT "${generated}/program.rc")
    set_source_files_properties("${generated}/program.rc" PROPERTIES
        OBJECT_DEPENDS "${generated}/program.manifest;${program_SOURCES}/offramp.ico")
    target_sources(${target} PRIVATE $<TARGET_OBJECTS:${target}_resources>)
    # Names that only a debugger reads are 40 % of a static program.
    target_link_options(${target} PRIVATE $<$<CONFIG:Release>:-s>)
endfunction()
