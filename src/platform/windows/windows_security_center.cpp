#include "platform/windows/windows_security_center.h"

#include "platform/windows/com.h"
#include "platform/windows/machine_facts.h"
#include "platform/windows/win32_error.h"

#include <array>
#include <utility>

namespace offramp {

namespace {

constexpr const char* place = "Windows Security Center";

// mingw-w64 has no iwscapi.h. Methods stand in the order of the Windows SDK, which is what the call goes by.
constexpr CLSID productListClass{0x17072F7B, 0x9ABE, 0x4A74, {0xA2, 0x61, 0x1E, 0xB7, 0x6B, 0x55, 0x10, 0x7A}};
constexpr IID productListInterface{0x722A338C, 0x6E8E, 0x4E72, {0xAC, 0x27, 0x14, 0x17, 0xFB, 0x0C, 0x81, 0xC2}};

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-virtual-dtor"   // COM interfaces have none
class Product : public IDispatch {
public:
    virtual HRESULT STDMETHODCALLTYPE get_ProductName(BSTR* name) = 0;
    virtual HRESULT STDMETHODCALLTYPE get_ProductState(int* state) = 0;
    virtual HRESULT STDMETHODCALLTYPE get_SignatureStatus(int* status) = 0;
    virtual HRESULT STDMETHODCALLTYPE get_RemediationPath(BSTR* path) = 0;
    virtual HRESULT STDMETHODCALLTYPE get_ProductStateTimestamp(BSTR* time) = 0;
    virtual HRESULT STDMETHODCALLTYPE get_ProductGuid(BSTR* id) = 0;

protected:
    ~Product() = default;   // let go with Release()
};

class ProductList : public IDispatch {
public:
    virtual HRESULT STDMETHODCALLTYPE Initialize(ULONG provider) = 0;
    virtual HRESULT STDMETHODCALLTYPE get_Count(LONG* count) = 0;
    virtual HRESULT STDMETHODCALLTYPE get_Item(ULONG index, Product** product) = 0;

protected:
    ~ProductList() = default;
};
#pragma GCC diagnostic pop

std::string textFrom(Product& product, HRESULT (STDMETHODCALLTYPE Product::*ask)(BSTR*))
{
    ComText text;
    return SUCCEEDED((product.*ask)(text.put())) ? text.toString() : std::string{};
}

SecurityProduct describe(Product& product, SecurityState::Role role)
{
    constexpr int unknown = -1;
    int state = unknown;
    int signatures = unknown;
    if (FAILED(product.get_ProductState(&state))) {
        state = unknown;
    }
    if (FAILED(product.get_SignatureStatus(&signatures))) {
        signatures = unknown;
    }
    SecurityProduct described;
    described.id = textFrom(product, &Product::get_ProductGuid);
    described.name = textFrom(product, &Product::get_ProductName);
    described.path = textFrom(product, &Product::get_RemediationPath);
    described.state = securityStateFrom(role, state, signatures);
    return described;
}

// A list answers for one kind of program, so each kind needs its own.
Result<void> addProducts(ULONG provider, SecurityState::Role role, std::vector<SecurityProduct>& products)
{
    ComPointer<ProductList> list;
    HRESULT result =
        ::CoCreateInstance(productListClass, nullptr, CLSCTX_INPROC_SERVER, productListInterface, list.putVoid());
    LONG count = 0;
    if (SUCCEEDED(result)) {
        result = list->Initialize(provider);
    }
    if (SUCCEEDED(result)) {
        result = list->get_Count(&count);
    }
    for (LONG at = 0; SUCCEEDED(result) && at < count; ++at) {
        ComPointer<Product> product;
        result = list->get_Item(static_cast<ULONG>(at), product.put());
        if (SUCCEEDED(result) && product) {
            products.push_back(describe(*product.get(), role));
        }
    }
    if (FAILED(result)) {
        return tl::unexpected(errorFromHresult(result, place));
    }
    return {};
}

}   // namespace

SecurityState securityStateFrom(SecurityState::Role role, int productState, int signatureStatus)
{
    enum { on, off, snoozed, expired };
    enum { outOfDate, upToDate };
    SecurityState state;
    state.role = role;
    if (productState >= on && productState <= expired) {
        state.active = productState == on;
    }
    const bool told = signatureStatus == outOfDate || signatureStatus == upToDate;
    if (told && role != SecurityState::Role::firewall) {
        state.upToDate = signatureStatus == upToDate;
    }
    return state;
}

Result<std::vector<SecurityProduct>> WindowsSecurityCenter::products() const
{
    if (isServer()) {
        return fail(ErrorCode::unsupported, place);
    }
    // WSC_SECURITY_PROVIDER_ANTIVIRUS and …_FIREWALL; Windows 10 gave up the one for spyware.
    constexpr std::array<std::pair<ULONG, SecurityState::Role>, 2> kinds{
        {{0x4, SecurityState::Role::antivirus}, {0x1, SecurityState::Role::firewall}}};
    const ComScope com;
    std::vector<SecurityProduct> products;
    for (const auto& [provider, role] : kinds) {
        if (const Result<void> added = addProducts(provider, role, products); !added) {
            return tl::unexpected(added.error());
        }
    }
    return products;
}

}   // namespace offramp
