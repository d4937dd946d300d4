#include "tests/slack/program.hpp"

#include "tests/support/catch.hpp"

#include <boost/asio/co_spawn.hpp>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace vera::program {

namespace {

std::string text_of(const std::string& file);
std::vector<char*> pointers(std::vector<std::string>&);

} // namespace

Process::Process(const std::vector<std::string>& arguments, const std::map<std::string, std::string>& environment,
                 const std::string& out_file, const std::string& error_file)
    : out_file_(out_file), error_file_(error_file) {
    std::vector<std::string> words{VERA_PROGRAM}, settings;
    words.insert(words.end(), arguments.begin(), arguments.end());
    for (auto& [name, value] : environment) settings.push_back(name + "=" + value);
    for (auto* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "LSAN_OPTIONS"})
        if (auto* value = std::getenv(name)) settings.push_back(std::string(name) + "=" + value);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, out_file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, error_file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    auto argv = pointers(words), envp = pointers(settings);
    auto failed = posix_spawn(&pid_, VERA_PROGRAM, &files, nullptr, argv.data(), envp.data());
    posix_spawn_file_actions_destroy(&files);
    REQUIRE(failed == 0);
}

Process::~Process() {
    if (ended()) return;
    signal(SIGKILL);
    ::waitpid(pid_, nullptr, 0);
}

void Process::signal(int number) const { ::kill(pid_, number); }

std::optional<int> Process::ended() {
    int status = 0;
    if (!status_ && ::waitpid(pid_, &status, WNOHANG) == pid_)
        status_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return status_;
}

std::string Process::out() const { return text_of(out_file_); }

std::string Process::written() const { return text_of(error_file_); }

Desk::Desk(const std::optional<TlsFiles>& tls, const std::string& host)
    : fake(network.get_executor(), slack, tls, host) {
    slack.workspace.people["LEO"] = {"LEO", "Leo", fake_slack::Person::Kind::full, "Europe/Berlin", ""};
    environment = {{"VERA_HOME", folder.path()},
                   {"VERA_LISTEN", "127.0.0.1:0"},
                   {"VERA_ADMIN_LISTEN", "127.0.0.1:0"},
                   {"SLACK_API_URL", fake.api_url()},
                   {"SLACK_BOT_TOKEN", slack.options.bot_token},
                   {"VERA_PRIVACY", "open"}};
    socket_mode();
}

bool Desk::until(const std::function<bool()>& so) {
    auto end = wall_clock() + patience;
    network.restart();
    while (!so() && wall_clock() < end) network.run_one_for(std::chrono::milliseconds(20));
    return so();
}

std::unique_ptr<Process> Desk::run(std::vector<std::string> arguments) {
    auto number = std::to_string(++runs_);
    return std::make_unique<Process>(arguments, environment, folder.file("out" + number), folder.file("log" + number));
}

void Desk::start() {
    vera.reset(); // the home is one process's
    vera = run({"serve"});
    INFO(log());
    REQUIRE(until([&] { return vera->ended() || log().find("/readyz") != std::string::npos; }));
    REQUIRE_FALSE(vera->ended());
    if (environment.contains("SLACK_SIGNING_SECRET"))
        fake.deliver_to("http://127.0.0.1:" + port_after("HTTP mode: listening on 127.0.0.1:"), *http);
    REQUIRE(until([&] { return get("/readyz").status == 200; }));
}

std::string Desk::log() { return vera->written(); }

std::optional<int> Desk::ends() {
    until([&] { return vera->ended().has_value(); });
    return vera->ended();
}

std::optional<int> Desk::stop() {
    vera->signal(SIGTERM);
    return ends();
}

int Desk::refused() {
    vera = run({"serve"});
    return ends().value_or(-1);
}

std::string Desk::port_after(const std::string& words) {
    auto text = log();
    auto at = text.find(words);
    REQUIRE(at != text.npos);
    auto port = text.substr(at + words.size(), 5);
    return port.substr(0, port.find_first_not_of("0123456789"));
}

HttpAnswer Desk::get(const std::string& path) {
    HttpRequest request;
    request.method = "GET";
    request.target = "http://127.0.0.1:" + port_after("figures: http://127.0.0.1:") + path;
    return send(std::move(request));
}

HttpAnswer Desk::send(HttpRequest request) {
    std::optional<HttpEnd> end;
    boost::asio::co_spawn(network, http->send(std::move(request)),
                          [&](std::exception_ptr, HttpEnd came) { end = std::move(came); });
    REQUIRE(until([&] { return end.has_value(); }));
    return end->answer;
}

int Desk::times(const std::string& words) {
    auto seen = visible(slack, "LEO");
    return static_cast<int>(std::count_if(seen.begin(), seen.end(), [&](auto& message) {
        return !message.own && message.text.find(words) != words.npos;
    }));
}

bool Desk::reads(const std::string& words) {
    return until([&] { return times(words) > 0; });
}

bool Desk::idle() {
    return until([&] { return get("/metrics").body.find("vera_outbox_waiting 0\n") != std::string::npos; });
}

void Desk::http_mode() {
    environment.erase("SLACK_APP_TOKEN");
    environment["SLACK_SIGNING_SECRET"] = slack.options.signing_secret;
    slack.socket_mode = false;
}

void Desk::socket_mode() { environment["SLACK_APP_TOKEN"] = slack.options.app_token; }

namespace {

std::string text_of(const std::string& file) {
    std::ifstream stream(file);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> found;
    for (auto& word : words) found.push_back(word.data());
    found.push_back(nullptr);
    return found;
}

} // namespace

} // namespace vera::program
