#include "bot/slack/signature.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <optional>

namespace vera::slack {

namespace {

using Digest = std::array<unsigned char, 32>;
constexpr std::int64_t tolerance_s = 300;
constexpr std::size_t max_timestamp_digits = 12;

std::optional<std::int64_t> seconds_of(std::string_view timestamp);
std::optional<Digest> digest_of(std::string_view signature);
int nibble(char hex);
Digest hmac(const std::string& secret, std::string_view text);

} // namespace

bool is_signed(const std::vector<std::string>& secrets, std::string_view timestamp, std::string_view signature,
               std::string_view raw_body, Time now) {
    const auto seconds = seconds_of(timestamp);
    const auto claimed = digest_of(signature);
    if (!seconds || !claimed) return false;
    if (std::abs(to_ms(now) / 1'000 - *seconds) > tolerance_s) return false;
    std::string text = "v0:";
    text.append(timestamp).append(":").append(raw_body);
    bool good = false;
    for (const auto& secret : secrets) {
        if (secret.empty()) continue; // anybody can sign with nothing
        const auto expected = hmac(secret, text);
        good = (CRYPTO_memcmp(expected.data(), claimed->data(), expected.size()) == 0) || good;
    }
    return good;
}

namespace {

std::optional<std::int64_t> seconds_of(std::string_view timestamp) {
    if (timestamp.empty() || timestamp.size() > max_timestamp_digits) return std::nullopt;
    if (!std::all_of(timestamp.begin(), timestamp.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    std::int64_t seconds = 0;
    std::from_chars(timestamp.data(), timestamp.data() + timestamp.size(), seconds);
    return seconds;
}

std::optional<Digest> digest_of(std::string_view signature) {
    Digest digest{};
    if (!signature.starts_with("v0=")) return std::nullopt;
    signature.remove_prefix(3);
    if (signature.size() != 2 * digest.size()) return std::nullopt;
    for (std::size_t i = 0; i < digest.size(); ++i) {
        const int high = nibble(signature[2 * i]), low = nibble(signature[2 * i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        digest[i] = static_cast<unsigned char>(high * 16 + low);
    }
    return digest;
}

int nibble(char hex) { // lower case only, as Slack writes it
    if (hex >= '0' && hex <= '9') return hex - '0';
    return hex >= 'a' && hex <= 'f' ? hex - 'a' + 10 : -1;
}

Digest hmac(const std::string& secret, std::string_view text) {
    Digest digest{};
    unsigned size = 0;
    HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
         reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data(), &size);
    return digest;
}

} // namespace

} // namespace vera::slack
