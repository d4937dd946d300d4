#include "tests/fake_slack/ports.hpp"

#include "tests/fake_slack/links.hpp"
#include "tests/fake_slack/web_api.hpp"

#include <algorithm>
#include <deque>

namespace vera::fake_slack {

namespace {

// What both ends of a connection share: the server's may outlive the client's, and the other way round.
struct Line {
    explicit Line(std::unique_ptr<Waiter> made) : waiter(std::move(made)) {}
    std::deque<Frame> frames;
    std::unique_ptr<Waiter> waiter;
    bool over = false; // nothing comes any more
    void come(Frame frame) {
        if (over) return;
        over = frame.kind == Frame::Kind::closed;
        frames.push_back(std::move(frame));
        waiter->wake();
    }
};

class FakeSocket : public Socket {
public:
    FakeSocket(FakeSlack& slack, std::shared_ptr<Line> line, int link) : slack_(slack), line_(line), link_(link) {}
    ~FakeSocket() override { closed(slack_, link_); }
    boost::asio::awaitable<Frame> read() override;
    boost::asio::awaitable<bool> write(std::string) override;
    void ping() override;
    void close(Duration deadline) override;
    void drop() override;

private:
    bool deaf() const { return slack_.links.contains(link_) && slack_.links.at(link_).deaf; }
    FakeSlack& slack_;
    std::shared_ptr<Line> line_; // shared with the wire on the server's side
    int link_;
};

void arrive(Line&, const Sent&);

} // namespace

boost::asio::awaitable<HttpEnd> FakeHttp::send(HttpRequest request) {
    ++under_way;
    auto end = co_await exchange(std::move(request));
    --under_way;
    co_return end;
}

boost::asio::awaitable<HttpEnd> FakeHttp::exchange(HttpRequest request) {
    auto waiter = slack_.clock.waiter();
    const auto start = slack_.clock.now();
    const auto there = start + latency / 2;
    if (latency > Duration{0}) {
        co_await waiter->until(there);
    }
    auto answered = answer(slack_, request);
    if (!answered.reaches) co_return HttpEnd{HttpEnd::End::not_sent, {}, "connection refused"};
    const auto back = slack_.clock.now() + latency / 2 + answered.after;
    const auto given_up = start + request.timeout;
    const auto until = std::min(back, given_up);
    if (until > slack_.clock.now()) {
        co_await waiter->until(until);
    }
    if (given_up < back) co_return HttpEnd{HttpEnd::End::unsure, {}, "timed out"};
    co_return HttpEnd{HttpEnd::End::answered, std::move(answered.answer), ""};
}

boost::asio::awaitable<Connected> FakeSockets::connect(std::string url, Duration) {
    if (!admit(slack_, url)) co_return Connected{nullptr, "refused with 404"};
    auto line = std::make_shared<Line>(slack_.clock.waiter()); // of both ends
    Wire wire;
    wire.send = [line](const Sent& sent) { arrive(*line, sent); };
    wire.drop = [line] { line->come({Frame::Kind::closed, "reset"}); };
    const int link = opened(slack_, std::move(wire));
    auto socket = std::make_unique<FakeSocket>(slack_, line, link);
    co_return Connected{std::move(socket), ""};
}

namespace {

boost::asio::awaitable<Frame> FakeSocket::read() {
    auto line = line_; // the socket may be gone while this waits
    while (line->frames.empty()) {
        if (line->over) co_return Frame{Frame::Kind::closed, "over"};
        co_await line->waiter->until_woken();
    }
    auto frame = std::move(line->frames.front());
    line->frames.pop_front();
    co_return frame;
}

boost::asio::awaitable<bool> FakeSocket::write(std::string text) {
    if (line_->over) co_return false;
    heard(slack_, link_, text);
    co_return true;
}

void FakeSocket::ping() {
    if (!deaf()) line_->come({Frame::Kind::pong, ""});
}

void FakeSocket::close(Duration deadline) {
    if (!deaf()) {
        closed(slack_, link_);
        line_->come({Frame::Kind::closed, "closed"});
    } else {
        slack_.agenda.after(deadline, [line = line_] { line->come({Frame::Kind::closed, "no goodbye"}); });
    }
}

void FakeSocket::drop() {
    closed(slack_, link_);
    line_->come({Frame::Kind::closed, "dropped"});
}

// A socket gives no pieces and no bytes: fragments come whole, and what is binary ends the link.
void arrive(Line& line, const Sent& sent) {
    switch (sent.kind) {
    case Sent::Kind::text:
    case Sent::Kind::fragments:
        return line.come({Frame::Kind::text, sent.text});
    case Sent::Kind::ping:
        return line.come({Frame::Kind::ping, sent.text});
    case Sent::Kind::binary:
        return line.come({Frame::Kind::closed, "binary"});
    case Sent::Kind::close:
        return line.come({Frame::Kind::closed, sent.text});
    }
}

} // namespace

} // namespace vera::fake_slack
