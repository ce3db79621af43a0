// What a page wrote.
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>
#include <catch2/catch.hpp>

namespace offramp::ui {

inline QByteArray contentOf(const QString& name)
{
    QFile file(name);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

}   // namespace offramp::ui
