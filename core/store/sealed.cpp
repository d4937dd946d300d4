#include "core/store/sealed.hpp"

#include "core/must.hpp"

#include <sodium.h>

namespace vera::store {
namespace {

constexpr unsigned char envelope_version = 1;
constexpr std::size_t head_size = 2; // version, key number
constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(sizeof(Key) == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

std::string associated_data(std::string_view head, const Place&);
void append_with_length(std::string& out, std::string_view part);
const unsigned char* raw_bytes(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* raw_bytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

} // namespace

Sealer::Sealer(const Key& key, unsigned char number, Randomness random)
    : key_(key), number_(number), random_(std::move(random)) {
    MUST(sodium_init() >= 0); // picks the fast implementation; no randomness of libsodium is ever used
    MUST(random_);
}

std::string Sealer::seal(std::string_view plain, const Place& place) const {
    std::string sealed{static_cast<char>(envelope_version), static_cast<char>(number_)};
    const std::string about = associated_data(sealed, place);
    sealed.resize(head_size + nonce_size + plain.size() + tag_size);
    unsigned char* nonce = raw_bytes(sealed) + head_size;
    random_({nonce, nonce_size});
    unsigned long long written = 0;
    crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + nonce_size, &written, raw_bytes(plain), plain.size(),
                                               raw_bytes(about), about.size(), nullptr, nonce, key_.data());
    MUST(written == plain.size() + tag_size);
    return sealed;
}

std::optional<std::string> Sealer::open(std::string_view sealed, const Place& place) const {
    if (sealed.size() < head_size + nonce_size + tag_size) return std::nullopt;
    const unsigned char* at = raw_bytes(sealed);
    if (at[0] != envelope_version || at[1] != number_) return std::nullopt;
    const std::string about = associated_data(sealed.substr(0, head_size), place);
    const std::size_t closed = sealed.size() - head_size - nonce_size;
    std::string plain(closed - tag_size, '\0');
    const int refused =
        crypto_aead_xchacha20poly1305_ietf_decrypt(raw_bytes(plain), nullptr, nullptr, at + head_size + nonce_size,
                                                   closed, raw_bytes(about), about.size(), at + head_size, key_.data());
    if (refused) return std::nullopt;
    return plain;
}

Key Sealer::fresh_key() const {
    Key key{};
    random_(key);
    return key;
}

namespace {

std::string associated_data(std::string_view head, const Place& place) {
    std::string out{head};
    append_with_length(out, place.tenant);
    append_with_length(out, place.table);
    append_with_length(out, place.row);
    return out;
}

// With the length in front, "ab" + "c" and "a" + "bc" are different places.
void append_with_length(std::string& out, std::string_view part) {
    for (int shift = 0; shift < 64; shift += 8) out += static_cast<char>(std::uint64_t{part.size()} >> shift & 0xff);
    out += part;
}

} // namespace
} // namespace vera::store
