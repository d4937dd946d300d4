#include "bot/slack/socket_mode.hpp"

#include "bot/slack/link_frames.hpp"
#include "core/must.hpp"
#include "core/text.hpp"

#include <boost/asio/co_spawn.hpp>

#include <map>
#include <utility>

namespace vera::slack {

using boost::asio::awaitable;
using Connection = std::shared_ptr<Socket>; // shared by its reader and the acks that are under way

struct SocketMode::Impl : std::enable_shared_from_this<Impl> {
    using Self = std::shared_ptr<Impl>;
    struct Line { // the wire of one link
        std::string url;
        Connection socket;
    };
    Impl(boost::asio::any_io_executor given, Parts all)
        : executor(std::move(given)), parts(std::move(all)), policy(parts.limits, parts.seed),
          waiter(parts.clock.waiter()) {}

    awaitable<void> run();
    static awaitable<void> ask(Self, Epoch);
    static awaitable<void> connect(Self, Epoch, std::string url);
    static awaitable<void> read(Self, Epoch, Connection);
    static awaitable<void> answer(Self, Connection, Envelope);
    static awaitable<void> write_ack(Self, Connection, std::string id, std::string payload);
    void happened(const Happened&); // outside of run(), which is woken
    void tell(const Happened&);
    void carry_out(const std::vector<Do>&);
    void act(const AskUrl&);
    void act(const Connect&);
    void act(const Ping&);
    void act(const Close&);
    void act(const Drop&);
    void act(const Say&);
    void act(const GiveUp&);
    void hear(Epoch, const Connection&, const Frame&);
    void hear_text(Epoch, const Connection&, const std::string&);
    void take(const Connection&, Envelope);
    void answered(const std::string& id, std::exception_ptr);
    void spawn(awaitable<void>);
    void fail(std::exception_ptr);
    void note_cover();
    bool settled() const; // after stop(): what came is answered, or it is too late for that
    std::optional<Time> next() const;
    Connection newest() const;
    void report(Epoch, const std::string& what) const;

    boost::asio::any_io_executor executor;
    Parts parts;
    Links policy;
    std::unique_ptr<Waiter> waiter;
    std::map<Epoch, Line> lines;
    int under_way = 0; // envelopes
    bool crowded = false, covered = false;
    Time heard{}; // by a link that was ready
    std::optional<Time> uncovered_since, stop_by;
    std::string no_hope;
    std::exception_ptr failure;
};

SocketMode::SocketMode(boost::asio::any_io_executor executor, Parts parts)
    : impl_(std::make_shared<Impl>(std::move(executor), std::move(parts))) {}

awaitable<void> SocketMode::run() { return impl_->run(); }

void SocketMode::stop() {
    if (impl_->stop_by) return;
    impl_->stop_by = impl_->parts.clock.now() + ack_within;
    impl_->waiter->wake();
}

bool SocketMode::ready() const { return impl_->policy.ready(); }

int SocketMode::links() const { return impl_->policy.open(); }

awaitable<void> SocketMode::Impl::run() {
    carry_out(policy.begin(parts.clock.now()));
    while (!failure && !policy.done()) {
        auto time = next();
        auto rest = time ? waiter->until(*time) : waiter->until_woken();
        co_await std::move(rest);
        tell(settled() ? Happened(Stop{}) : Happened(Tick{}));
    }
    for (auto& [epoch, line] : std::exchange(lines, {}))
        if (line.socket) line.socket->drop();
    if (failure) std::rethrow_exception(failure);
    if (!no_hope.empty()) throw Refused(no_hope);
}

awaitable<void> SocketMode::Impl::ask(Self self, Epoch epoch) {
    auto end = co_await self->parts.open();
    auto url = end.end == ApiEnd::End::ok ? url_in(end.body) : "";
    if (!url.empty()) {
        self->lines[epoch].url = std::move(url);
        self->happened(GotUrl{epoch});
        co_return;
    }
    NoUrl no{epoch, end.end == ApiEnd::End::ok ? "no url in the answer" : end.error, {}};
    if (end.end == ApiEnd::End::limited) no.wait = end.wait;
    self->report(epoch, "no URL: " + no.error);
    self->happened(no);
}

awaitable<void> SocketMode::Impl::connect(Self self, Epoch epoch, std::string url) {
    auto made = co_await self->parts.sockets.connect(std::move(url), self->parts.limits.hello_within);
    auto line = self->lines.find(epoch);
    if (line == self->lines.end()) co_return; // dropped meanwhile, and so is what came of it
    if (made.socket) {
        Connection socket = std::move(made.socket);
        line->second.socket = socket;
        self->happened(LinkUp{epoch});
        co_await read(self, epoch, std::move(socket));
    } else {
        self->report(epoch, "no connection: " + made.reason);
    }
    self->lines.erase(epoch);
    self->happened(LinkDown{epoch});
}

awaitable<void> SocketMode::Impl::read(Self self, Epoch epoch, Connection socket) {
    for (bool open = true; open;) {
        auto frame = co_await socket->read();
        open = frame.kind != Frame::Kind::closed;
        if (open) self->hear(epoch, socket, frame);
    }
}

// One envelope, to its end. Whoever is slow here holds up nobody else.
awaitable<void> SocketMode::Impl::answer(Self self, Connection socket, Envelope envelope) {
    auto due = self->parts.clock.now() + ack_within;
    auto ack = co_await self->parts.take(*envelope.door, std::move(envelope.payload));
    if (!ack.acknowledge) co_return;
    if (self->parts.clock.now() > due) { // it comes again, and finds what is done
        self->parts.report("envelope " + envelope.id + " was answered too late");
        co_return;
    }
    co_await write_ack(self, std::move(socket), std::move(envelope.id), std::move(ack.payload));
}

awaitable<void> SocketMode::Impl::write_ack(Self self, Connection socket, std::string id, std::string payload) {
    auto frame = ack_frame(id, payload);
    if (frame.size() >= max_ack) {
        self->parts.report("envelope " + id + ": its answer is too big for an ack and was left out");
        frame = ack_frame(id, "");
    }
    auto written = co_await socket->write(frame);
    if (written) co_return;
    auto other = self->newest();
    if (!other || other == socket) co_return;
    written = co_await other->write(std::move(frame));
    if (!written) self->parts.report("envelope " + id + " could not be acknowledged");
}

void SocketMode::Impl::happened(const Happened& what) {
    tell(what);
    waiter->wake();
}

void SocketMode::Impl::tell(const Happened& what) {
    carry_out(policy.on(what, parts.clock.now()));
    note_cover();
}

void SocketMode::Impl::carry_out(const std::vector<Do>& deeds) {
    for (const auto& deed : deeds) std::visit([this](const auto& one) { act(one); }, deed);
}

void SocketMode::Impl::act(const AskUrl& todo) { spawn(ask(shared_from_this(), todo.epoch)); }

void SocketMode::Impl::act(const Connect& todo) {
    spawn(connect(shared_from_this(), todo.epoch, std::exchange(lines[todo.epoch].url, "")));
}

void SocketMode::Impl::act(const Ping& todo) { lines.at(todo.epoch).socket->ping(); }

void SocketMode::Impl::act(const Close& todo) { lines.at(todo.epoch).socket->close(todo.deadline); }

void SocketMode::Impl::act(const Drop& todo) {
    auto line = lines.extract(todo.epoch);
    if (line && line.mapped().socket) line.mapped().socket->drop();
    report(todo.epoch, "dropped");
}

void SocketMode::Impl::act(const Say& todo) { parts.report(todo.sentence); }

void SocketMode::Impl::act(const GiveUp& todo) {
    no_hope =
        "Slack refuses SLACK_APP_TOKEN (" + todo.error + "): it must be an app-level token with connections:write";
}

void SocketMode::Impl::hear(Epoch epoch, const Connection& socket, const Frame& frame) {
    if (!lines.contains(epoch)) return; // dropped
    if (epoch <= policy.newest().value_or(0)) heard = parts.clock.now();
    happened(Heard{epoch});
    if (frame.kind == Frame::Kind::text) hear_text(epoch, socket, frame.text);
}

void SocketMode::Impl::hear_text(Epoch epoch, const Connection& socket, const std::string& text) {
    auto frame = read_frame(text);
    if (auto* hello = std::get_if<HelloFrame>(&frame)) {
        happened(Hello{epoch, hello->connections});
    } else if (auto* goodbye = std::get_if<DisconnectFrame>(&frame)) {
        report(epoch, "goodbye: " + shorten(clean(goodbye->reason), 60));
        happened(Goodbye{epoch, goodbye->reason});
    } else if (auto* envelope = std::get_if<Envelope>(&frame)) {
        take(socket, std::move(*envelope));
    }
}

void SocketMode::Impl::take(const Connection& socket, Envelope envelope) {
    if (stop_by) return;
    if (!envelope.door) return spawn(write_ack(shared_from_this(), socket, std::move(envelope.id), ""));
    if (under_way >= max_envelopes) {
        if (!std::exchange(crowded, true)) parts.report("too many envelopes at once; Slack will send some again");
        return;
    }
    ++under_way;
    auto done = [self = shared_from_this(), id = envelope.id](std::exception_ptr error) { self->answered(id, error); };
    boost::asio::co_spawn(executor, answer(shared_from_this(), socket, std::move(envelope)), std::move(done));
}

void SocketMode::Impl::answered(const std::string& id, std::exception_ptr error) {
    --under_way;
    crowded = crowded && under_way > max_envelopes / 2;
    if (stop_by) waiter->wake();
    if (!error) return;
    try {
        std::rethrow_exception(error);
    } catch (const Bug& bug) {
        parts.report("envelope " + id + ": " + bug.what());
    } catch (...) { // the database is gone: nothing that comes now could be kept
        fail(error);
    }
}

void SocketMode::Impl::spawn(awaitable<void> work) {
    boost::asio::co_spawn(executor, std::move(work), [self = shared_from_this()](std::exception_ptr error) {
        if (error) self->fail(error);
    });
}

void SocketMode::Impl::fail(std::exception_ptr error) {
    failure = error;
    waiter->wake();
}

// A link that fell silent was of no use from its last frame on.
void SocketMode::Impl::note_cover() {
    if (std::exchange(covered, policy.ready()) == policy.ready()) return;
    if (!covered) uncovered_since = heard;
    if (!covered) return;
    heard = parts.clock.now();
    if (uncovered_since) parts.gap(*std::exchange(uncovered_since, std::nullopt));
}

bool SocketMode::Impl::settled() const { return stop_by && (under_way == 0 || *stop_by <= parts.clock.now()); }

std::optional<Time> SocketMode::Impl::next() const {
    auto time = policy.next();
    if (!stop_by || settled()) return time;
    return std::min(time.value_or(*stop_by), *stop_by);
}

Connection SocketMode::Impl::newest() const {
    auto epoch = policy.newest();
    return epoch ? lines.at(*epoch).socket : nullptr;
}

void SocketMode::Impl::report(Epoch epoch, const std::string& what) const {
    parts.report("link " + std::to_string(epoch) + ": " + what);
}

} // namespace vera::slack
