#include "platform/windows/installer_products.h"

#include "platform/windows/wide_text.h"
#include "platform/windows/win32_error.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace offramp {

namespace {

constexpr const char* place = "Windows Installer";
constexpr const wchar_t* everybody = L"S-1-1-0";
constexpr DWORD mostProducts = 1u << 16;
constexpr DWORD longestText = 1u << 20;
constexpr int mostDamaged = 256;   // records in a row that cannot be used; more and something else is wrong
constexpr int mostRounds = 8;      // a text that is longer each time it is asked for

struct Entry {
    std::array<wchar_t, 39> code{};   // "{…}" and the terminator
    std::wstring account;             // empty: for the computer
    MSIINSTALLCONTEXT context = MSIINSTALLCONTEXT_NONE;
};

UINT entryAt(const InstallerFunctions& installer, const wchar_t* whose, DWORD index, Entry& entry)
{
    std::wstring account(256, L'\0');   // no SID that Windows writes is longer
    for (int round = 0; round < mostRounds; ++round) {
        auto length = static_cast<DWORD>(account.size());
        const UINT status = installer.products(nullptr, whose, MSIINSTALLCONTEXT_ALL, index, entry.code.data(),
                                               &entry.context, account.data(), &length);
        if (status != ERROR_MORE_DATA || length >= longestText) {
            account.resize(status == ERROR_SUCCESS ? std::min<std::size_t>(length, account.size()) : 0);
            entry.account = std::move(account);
            entry.code.back() = L'\0';
            return status;
        }
        account.resize(std::max<std::size_t>(account.size(), length) + 1);
    }
    return ERROR_MORE_DATA;
}

class Product {
public:
    Product(const InstallerFunctions& installer, const Entry& entry) : m_installer(installer), m_entry(entry) {}

    [[nodiscard]] bool isGone() const
    {
        DWORD length = 0;
        return ask(L"State", nullptr, length) == ERROR_UNKNOWN_PRODUCT;
    }
    // Empty when the product does not say, or this account may not know.
    [[nodiscard]] std::string text(const wchar_t* property) const
    {
        std::wstring value(256, L'\0');
        for (int round = 0; round < mostRounds; ++round) {
            auto length = static_cast<DWORD>(value.size());
            const UINT status = ask(property, value.data(), length);
            if (status == ERROR_SUCCESS) {
                value.resize(std::min<std::size_t>(length, value.size()));
                return toUtf8(value);
            }
            if (status != ERROR_MORE_DATA || length >= longestText) {
                break;
            }
            value.resize(std::max<std::size_t>(value.size(), length) + 1);
        }
        return {};
    }

private:
    [[nodiscard]] UINT ask(const wchar_t* property, wchar_t* value, DWORD& length) const
    {
        // What is installed for the computer belongs to nobody, and must be asked for without a name.
        const wchar_t* const account =
            m_entry.context == MSIINSTALLCONTEXT_MACHINE || m_entry.account.empty() ? nullptr : m_entry.account.c_str();
        return m_installer.property(m_entry.code.data(), account, m_entry.context, property, value, &length);
    }

    const InstallerFunctions& m_installer;
    const Entry& m_entry;
};

std::string inCapitals(std::string code)
{
    for (char& letter : code) {
        if (letter >= 'a' && letter <= 'z') {
            letter = static_cast<char>(letter - 'a' + 'A');
        }
    }
    return code;
}

std::optional<InstallerProduct> describe(const InstallerFunctions& installer, const Entry& entry)
{
    const Product asked(installer, entry);
    if (asked.isGone()) {
        return std::nullopt;
    }
    InstallerProduct product;
    product.productCode = inCapitals(toUtf8(entry.code.data()));
    if (entry.context != MSIINSTALLCONTEXT_MACHINE) {
        product.account = toUtf8(entry.account);
    }
    product.name = asked.text(L"InstalledProductName");
    if (product.name.empty()) {
        product.name = asked.text(L"ProductName");   // announced to a person, but not installed yet
    }
    product.version = asked.text(L"VersionString");
    product.publisher = asked.text(L"Publisher");
    product.location = asked.text(L"InstallLocation");
    return product;
}

Result<std::vector<InstallerProduct>> productsOf(const InstallerFunctions& installer, const wchar_t* whose)
{
    std::vector<InstallerProduct> products;
    int damaged = 0;
    for (DWORD index = 0; index < mostProducts; ++index) {
        Entry entry;
        const UINT status = entryAt(installer, whose, index, entry);
        if (status == ERROR_NO_MORE_ITEMS) {
            return products;
        }
        if (status == ERROR_BAD_CONFIGURATION && ++damaged <= mostDamaged) {
            continue;
        }
        if (status != ERROR_SUCCESS) {
            return tl::unexpected(errorFromWin32(status, place));
        }
        damaged = 0;
        std::optional<InstallerProduct> product = describe(installer, entry);
        // A product that is installed while the list is read moves others to a place that is asked for again.
        const auto isSame = [&](const InstallerProduct& other) {
            return other.productCode == product->productCode && other.account == product->account;
        };
        if (product && std::none_of(products.begin(), products.end(), isSame)) {
            products.push_back(std::move(*product));
        }
    }
    return fail(ErrorCode::tooLarge, place);
}

}   // namespace

Result<std::vector<InstallerProduct>> installerProductsFrom(const InstallerFunctions& installer)
{
    if (installer.products == nullptr || installer.property == nullptr) {
        return fail(ErrorCode::unsupported, place);
    }
    auto products = productsOf(installer, everybody);
    if (!products && products.error().code == ErrorCode::accessDenied) {
        return productsOf(installer, nullptr);
    }
    return products;
}

}   // namespace offramp
