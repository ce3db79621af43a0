# What an installation on Linux consists of beside the programs, and the .deb that CPack makes of it (./dev package linux).
set(packaging "${CMAKE_SOURCE_DIR}/resources/packaging/linux")
set(made "${CMAKE_BINARY_DIR}/packaging")

# A package's dates are those of its sources, so that the same sources make the same package.
if(DEFINED ENV{SOURCE_DATE_EPOCH})
    set(made_at "$ENV{SOURCE_DATE_EPOCH}")
else()
    execute_process(COMMAND git -C "${CMAKE_SOURCE_DIR}" log -1 --format=%ct OUTPUT_VARIABLE made_at
        OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
if(NOT made_at)
    string(TIMESTAMP made_at "%s" UTC)
endif()
set(ENV{SOURCE_DATE_EPOCH} "${made_at}")
string(TIMESTAMP OFFRAMP_RELEASE_DAY "%Y-%m-%d" UTC)
string(TIMESTAMP changed "%a, %d %b %Y %H:%M:%S +0000" UTC)
unset(ENV{SOURCE_DATE_EPOCH})
configure_file("${packaging}/offramp.metainfo.xml.in" "${made}/offramp.metainfo.xml" @ONLY)
set(maintainer "Offramp maintainers <maintainers@offramp.invalid>")
file(CONFIGURE OUTPUT "${made}/changelog" @ONLY CONTENT "offramp (@PROJECT_VERSION@) unstable; urgency=medium

  * What changed is in the history of the sources.

 -- @maintainer@  @changed@
")

find_program(OFFRAMP_GZIP gzip REQUIRED)
mark_as_advanced(OFFRAMP_GZIP)
foreach(page IN ITEMS offramp.1 offramp-cli.1)
    add_custom_command(OUTPUT "${made}/${page}.gz"
        COMMAND "${OFFRAMP_GZIP}" -9 -n -c "${packaging}/${page}" > "${made}/${page}.gz"
        DEPENDS "${packaging}/${page}" VERBATIM)
    list(APPEND packed "${made}/${page}.gz")
endforeach()
add_custom_command(OUTPUT "${made}/changelog.gz"
    COMMAND "${OFFRAMP_GZIP}" -9 -n -c "${made}/changelog" > "${made}/changelog.gz"
    DEPENDS "${made}/changelog" VERBATIM)
add_custom_target(packaging_files ALL DEPENDS ${packed} "${made}/changelog.gz")

install(FILES ${packed} DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
install(FILES "${packaging}/copyright" "${made}/changelog.gz" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
install(FILES "${packaging}/lintian-overrides" RENAME offramp DESTINATION "${CMAKE_INSTALL_DATADIR}/lintian/overrides")
if(OFFRAMP_UI)
    install(FILES "${packaging}/offramp.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
    install(FILES "${made}/offramp.metainfo.xml" DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
    install(DIRECTORY "${packaging}/hicolor" DESTINATION "${CMAKE_INSTALL_DATADIR}/icons")
    install(FILES "${CMAKE_SOURCE_DIR}/resources/icons/app.svg" RENAME offramp.svg
        DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME offramp)
set(CPACK_PACKAGE_CONTACT "${maintainer}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "find out where Kaspersky stands, and leave it safely")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Offramp looks at a computer and says in plain words which Kaspersky products,
leftovers and UltraAV are on it, where each one stands under the U.S. rules
and why, who protects the computer now, and what fits instead, and guides the
removal. Every statement shows its source and how well it is verified. It
changes nothing before a plan was approved, and sends nothing. This package
holds the desktop app and the command-line program.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
    WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Loaded when it is needed, so nothing in the programs' headers names it. The second is its name since Debian 13.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libcurl4 | libcurl4t64")
# Qt loads the first for a Wayland session; without it the window comes through X. The second asks for an administrator.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-wayland, pkexec")
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
include(CPack)
