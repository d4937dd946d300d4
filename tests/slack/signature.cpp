#include "bot/slack/signature.hpp"

#include "tests/support/catch.hpp"

namespace vera::slack {

namespace {

// The example of docs.slack.dev/authentication/verifying-requests-from-slack.
const std::string secret = "8f742231b10e8888abcd99yyyzzz85a5";
const std::string stamp = "1531420618";
const std::string signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
const std::string body =
    "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&"
    "user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com"
    "%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121."
    "803a0bc887a14d10d2c447fce8b6703c";
const Time then = from_ms(1'531'420'618'000);

bool good(const std::string& stamp_, const std::string& signature_, const std::string& body_, Time now = then) {
    return is_signed({secret}, stamp_, signature_, body_, now);
}

} // namespace

TEST_CASE("Slack's own example of a signature is good", "[slack][signature]") { CHECK(good(stamp, signature, body)); }

TEST_CASE("a flipped bit anywhere spoils a signature", "[slack][signature]") {
    for (std::size_t i = 0; i < signature.size(); ++i) {
        auto other = signature;
        other[i] = static_cast<char>(other[i] ^ 1);
        CHECK_FALSE(good(stamp, other, body));
    }
    for (std::size_t i = 0; i < body.size(); i += 7) {
        auto other = body;
        other[i] = static_cast<char>(other[i] ^ 1);
        CHECK_FALSE(good(stamp, signature, other));
    }
    for (std::size_t i = 0; i < stamp.size(); ++i) {
        auto other = stamp;
        other[i] = static_cast<char>(other[i] ^ 1);
        CHECK_FALSE(good(other, signature, body));
    }
    CHECK_FALSE(good(stamp, signature, body + "&"));
    CHECK_FALSE(good(stamp, signature, ""));
}

TEST_CASE("a signature of another shape is none", "[slack][signature]") {
    auto upper = signature;
    for (auto& c : upper) c = static_cast<char>(std::toupper(c));
    CHECK_FALSE(good(stamp, "", body));
    CHECK_FALSE(good(stamp, "v0=", body));
    CHECK_FALSE(good(stamp, upper, body));
    CHECK_FALSE(good(stamp, signature.substr(3), body));
    CHECK_FALSE(good(stamp, signature.substr(0, signature.size() - 1), body));
    CHECK_FALSE(good(stamp, signature + "0", body));
    CHECK_FALSE(good(stamp, "v1" + signature.substr(2), body));
}

TEST_CASE("a timestamp is digits and nothing else", "[slack][signature]") {
    for (const std::string other : {"", " 1531420618", "1531420618 ", "+1531420618", "-1531420618", "01531420618x",
                                    "1531420618.0", "0x5b47a28a", "99999999999999999999"}) {
        CHECK_FALSE(good(other, signature, body));
    }
}

TEST_CASE("a request is good for five minutes, before and after its time", "[slack][signature]") {
    using std::chrono::seconds;
    for (const int off : {-300, -299, 0, 299, 300}) CHECK(good(stamp, signature, body, then + seconds{off}));
    for (const int off : {-100'000, -301, 301, 100'000}) CHECK_FALSE(good(stamp, signature, body, then + seconds{off}));
}

TEST_CASE("any of the secrets will do, and no secret never does", "[slack][signature]") {
    CHECK(is_signed({"other", secret}, stamp, signature, body, then));
    CHECK(is_signed({secret, "other"}, stamp, signature, body, then));
    CHECK_FALSE(is_signed({"other"}, stamp, signature, body, then));
    CHECK_FALSE(is_signed({}, stamp, signature, body, then));
    // What the example would be signed with an empty key.
    CHECK_FALSE(
        is_signed({""}, stamp, "v0=dcc4cc3a5be21a2d541c36dc659c414c1ee979d73ab14ece8b26c7410ed946ba", body, then));
}

} // namespace vera::slack
