# offramp_translations(<out>): compiles resources/i18n/offramp_*.ts and Qt's own translations of those languages into one
# C++ file, whose name it returns. Everything here runs on the building machine; the programs need no file beside them.
get_filename_component(qt_tools "${QT_HOST_PATH}/lib/qt6/bin" ABSOLUTE BASE_DIR /usr)
find_program(OFFRAMP_LRELEASE lrelease HINTS "${qt_tools}" /usr/lib/qt6/bin NO_CMAKE_FIND_ROOT_PATH REQUIRED)
find_program(OFFRAMP_LUPDATE lupdate HINTS "${qt_tools}" /usr/lib/qt6/bin NO_CMAKE_FIND_ROOT_PATH REQUIRED)
mark_as_advanced(OFFRAMP_LRELEASE OFFRAMP_LUPDATE)

function(offramp_translations out)
    set(folder "${CMAKE_CURRENT_BINARY_DIR}/generated/i18n")
    file(MAKE_DIRECTORY "${folder}")
    file(GLOB written CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/resources/i18n/offramp_*.ts")
    set(compiled "")
    set(entries "")
    foreach(source IN LISTS written)
        get_filename_component(name "${source}" NAME_WE)
        add_custom_command(OUTPUT "${folder}/${name}.qm"
            COMMAND "${OFFRAMP_LRELEASE}" -silent "${source}" -qm "${folder}/${name}.qm"
            DEPENDS "${source}" COMMENT "Compiling ${name}.ts" VERBATIM)
        list(APPEND compiled "${folder}/${name}.qm")
        string(APPEND entries "<file alias=\"${name}.qm\">${folder}/${name}.qm</file>\n")
        # Qt's own words: of a text field's menu, say. English has none.
        string(REPLACE "offramp_" "qtbase_" toolkit "${name}")
        find_file(OFFRAMP_${toolkit} "${toolkit}.qm" PATHS /usr/share/qt6/translations "${QT_HOST_PATH}/translations"
            NO_CMAKE_FIND_ROOT_PATH)
        mark_as_advanced(OFFRAMP_${toolkit})
        if(OFFRAMP_${toolkit})
            string(APPEND entries "<file alias=\"${toolkit}.qm\">${OFFRAMP_${toolkit}}</file>\n")
        elseif(NOT name STREQUAL "offramp_en")
            message(FATAL_ERROR "Qt's own ${toolkit}.qm is missing (Debian: qt6-translations-l10n).")
        endif()
    endforeach()
    set(list "${folder}/translations.qrc")
    file(CONFIGURE OUTPUT "${list}" @ONLY
        CONTENT "<RCC><qresource prefix=\"/translations\">\n${entries}</qresource></RCC>\n")
    # Not zstd: the building machine's Qt has it, the one a Windows program is linked with does not.
    add_custom_command(OUTPUT "${folder}/translations.cpp"
        COMMAND Qt6::rcc --no-zstd --name translations --output "${folder}/translations.cpp" "${list}"
        DEPENDS "${list}" ${compiled} COMMENT "Packing the translations" VERBATIM)
    set_source_files_properties("${folder}/translations.cpp" PROPERTIES SKIP_AUTOGEN ON COMPILE_OPTIONS "-w")
    set(${out} "${folder}/translations.cpp" PARENT_SCOPE)
endfunction()
