#include "bot/engine.hpp"

#include "core/must.hpp"

#include <algorithm>
#include <memory>

namespace vera {

Engine::Engine(store::Store& store, StoreThread& thread, Clock& clock, Think think, Apology apology)
    : store_(store), thread_(thread), clock_(clock), think_(std::move(think)), apology_(std::move(apology)) {}

boost::asio::awaitable<Outcome> Engine::process(Event event) {
    return suspend<Outcome>([this, event = std::move(event)](Resume<Outcome> resume) mutable {
        if (fatal_) return resume(fatal_, {});
        if (waiting_.size() >= max_waiting) return resume(nullptr, {});
        waiting_.push_back({std::move(event), std::move(resume)});
        if (!running_) start_batch();
    });
}

void Engine::start_batch() {
    auto batch = std::make_shared<Batch>(); // filled over there, read here
    auto size = std::min(waiting_.size(), max_batch);
    for (std::size_t i = 0; i < size; ++i) {
        batch->events.push_back(std::move(waiting_.front().event));
        batch->resumes.push_back(std::move(waiting_.front().resume));
        waiting_.pop_front();
    }
    running_ = true;
    thread_.run(
        [this, batch, now = clock_.now()] {
            if (between_turns) batch->notes = between_turns(now);
            batch->result = run_batch(store_, think_, apology_, batch->events, now);
        },
        [this, batch](std::exception_ptr error) { finish_batch(*batch, error); });
}

void Engine::finish_batch(const Batch& batch, std::exception_ptr error) {
    running_ = false;
    MUST(error || batch.result.outcomes.size() == batch.events.size());
    for (std::size_t i = 0; i < batch.resumes.size(); ++i)
        batch.resumes[i](error, error ? Outcome{} : batch.result.outcomes[i]);
    if (report)
        for (auto& note : batch.notes) report(note);
    if (error) return give_up(error);
    if (report)
        for (auto& trouble : batch.result.troubles) report(trouble);
    if (batch.result.messages && wake_sender) wake_sender();
    if (batch.result.jobs && wake_scheduler) wake_scheduler();
    if (!waiting_.empty()) start_batch();
}

// After a failed sync nobody knows what the disk holds, and a commit that seems to succeed would lie.
void Engine::give_up(std::exception_ptr error) {
    fatal_ = error;
    for (auto& waiting : waiting_) waiting.resume(error, {});
    waiting_.clear();
}

} // namespace vera
