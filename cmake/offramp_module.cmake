# offramp_module(<name> [FOLDERS …] [LINKS …]): one static library per folder of src/.
#
# Every .cpp of the folder (and of the named sub-folders) belongs to it, so a new file needs no edit here. LINKS is the
# module's row in the dependency table of docs/architecture.md; the layer lint checks that includes agree.
function(offramp_module name)
    cmake_parse_arguments(arg "" "" "FOLDERS;LINKS" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
    foreach(folder IN LISTS arg_FOLDERS)
        file(GLOB more CONFIGURE_DEPENDS
            "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.h")
        list(APPEND sources ${more})
    endforeach()
    add_library(offramp_${name} STATIC ${sources})
    target_link_libraries(offramp_${name} PUBLIC offramp_flags ${arg_LINKS})
    if(OFFRAMP_SANITIZE)
        # Several files compiled as one take two thirds of the time. The other presets keep every file complete by itself.
        set_target_properties(offramp_${name} PROPERTIES UNITY_BUILD ON)
    endif()
endfunction()
