# Compiles the public keys and the list of servers into the program: writes trust_files.inc for catalog/trust_anchors.
function(offramp_trust target folder)
    set(generated "${CMAKE_CURRENT_BINARY_DIR}/trust/${target}")
    set(keys "")
    set(count 0)
    foreach(name IN ITEMS catalog catalog-next)
        set(file "${folder}/${name}.pub")
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
        if(EXISTS "${file}")
            file(READ "${file}" text)
            string(APPEND keys "    {\"${name}\", R\"trust(${text})trust\"},\n")
            math(EXPR count "${count} + 1")
        endif()
    endforeach()
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${folder}/mirrors.txt")
    file(READ "${folder}/mirrors.txt" mirrors)
    file(CONFIGURE OUTPUT "${generated}/trust_files.inc" @ONLY CONTENT
"// Made by cmake/trust.cmake from resources/trust.
#include <array>
#include <string_view>
#include <utility>
namespace offramp {
inline constexpr std::array<std::pair<std::string_view, std::string_view>, ${count}> trustFiles{{
${keys}}};
inline constexpr std::string_view mirrorsFile = R\"trust(${mirrors})trust\";
}   // namespace offramp
")
    target_include_directories(${target} PRIVATE "${generated}")
endfunction()
