# Production sources made wrong on purpose. Each is linked into a simulation of its own, beside the very same
# objects as the real one; `tests/simulate mutants` wants every one of them caught. `ninja mutants` builds all.
add_custom_target(mutants)
set(mutant_folder ${CMAKE_CURRENT_BINARY_DIR}/mutants)

function(vera_mutant name source from to)
  set(source ${CMAKE_SOURCE_DIR}/${source})
  get_filename_component(file ${source} NAME)
  set(out ${mutant_folder}/${name}/${file})
  set(what ${mutant_folder}/${name}/what.cmake)
  file(CONFIGURE OUTPUT ${what} @ONLY CONTENT
    "set(name @name@)\nset(source @source@)\nset(out @out@)\nset(from [==[@from@]==])\nset(to [==[@to@]==])\n")
  set(script ${CMAKE_CURRENT_SOURCE_DIR}/simulation/mutate.cmake)
  add_custom_command(OUTPUT ${out} COMMAND ${CMAKE_COMMAND} -D what=${what} -P ${script}
                     DEPENDS ${source} ${what} ${script})
  set_source_files_properties(${out} PROPERTIES COMPILE_OPTIONS -w)
  add_executable(simulation_${name} EXCLUDE_FROM_ALL ${out} $<TARGET_OBJECTS:simulation>)
  target_link_libraries(simulation_${name} PRIVATE vera_slack SQLite::SQLite3 nlohmann_json::nlohmann_json PkgConfig::sodium)
  set_target_properties(simulation_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${mutant_folder})
  add_dependencies(mutants simulation_${name})
endfunction()

vera_mutant(acknowledge_before_commit bot/engine.cpp
  "    running_ = true;\n"
  "    for (auto& resume : batch->resumes) resume(nullptr, Outcome{Outcome::End::done, {}});
    batch->resumes.clear();
    running_ = true;\n")

vera_mutant(blind_resend bot/sender.cpp
  "row.state == store::Sending::sending"
  "false")

vera_mutant(mark_sent_first bot/sender.cpp
  "store::mark_sending(known.store, row, known.now)"
  "(store::settle(known.store, row.row, store::Sending::sent, \"\", known.now), true)")

vera_mutant(given_up_after_two bot/sender.cpp
  "return max_missed_posts;"
  "return max_unsure_posts;")

vera_mutant(look_up_at_once bot/sender.cpp
  "std::min(row.since, known.now) + settled"
  "std::min(row.since, known.now)")

vera_mutant(lost_batch_acknowledged bot/batch.cpp
  "        return everyone(events.size());"
  "        for (std::size_t i = 0; i < events.size(); ++i) publish(desk, i, turned[i]);
        return {};")

vera_mutant(savepoint_kept bot/batch.cpp
  "store::rollback_to_savepoint(desk.store)"
  "store::release(desk.store)")

vera_mutant(impatient_burial bot/batch.cpp
  "attempts >= store::max_attempts"
  "attempts >= 1")

vera_mutant(sender_not_woken bot/engine.cpp
  "if (batch.result.messages && wake_sender) wake_sender();"
  "")

vera_mutant(synchronous_normal core/store/sqlite_connect.cpp
  "pragma synchronous = full"
  "pragma synchronous = normal")

vera_mutant(journal_comes_back core/store/sqlite_connect.cpp
  "pragma synchronous = extra;"
  "")

vera_mutant(repeats_are_new core/store/inbox.cpp
  "on conflict (tenant, key) do nothing returning key"
  "on conflict (tenant, key) do update set event = excluded.event returning key")

vera_mutant(job_kept_by_claim core/store/jobs.cpp
  "R\"(delete from job where tenant = $1 and user_id = $2 and kind = $3 and occurrence = $4 and due_ms = $5
           returning kind)\""
  "R\"(select kind from job where tenant = $1 and user_id = $2 and kind = $3 and occurrence = $4 and due_ms = $5)\"")

vera_mutant(cancelled_jobs_stay core/store/jobs.cpp
  "for (const auto& key : plan.cancelled)"
  "for (const auto& key : std::vector<JobKey>{})")

vera_mutant(jobs_come_early core/store/jobs.cpp
  "to_ms(now), static_cast<std::int64_t>(limit)"
  "to_ms(now) + 60'000, static_cast<std::int64_t>(limit)")

vera_mutant(two_apologies core/store/inbox.cpp
  "if (first) post("
  "post(")

vera_mutant(conversations_out_of_order core/store/sending.cpp
  "and f.number < o.number and f.state in ('planned', 'sending')"
  "and f.number < 0")

# The talk itself: answers that wait, questions asked by name, states and flags of a deal.

vera_mutant(held_answer_stored_first dialogs/fields/win.cpp
  "    if (hold_for_check(desk, Checked::win, text)) return Heard::held;
    const bool changed = person.win.asked == Asked::answered;"
  "    const bool changed = person.win.asked == Asked::answered;
    person.win.text = Private<std::string>(std::string(text));
    if (hold_for_check(desk, Checked::win, text)) return Heard::held;")

vera_mutant(held_answer_lost_on_keep dialogs/checks.cpp
  "        desk.unchecked = true;
        reopen(desk, held.step);
        return pending_step(desk) ? answer_text(desk, held.text) : answer_to_nothing(desk, held.text);"
  "        return ask_original(desk, held);")

vera_mutant(held_answer_gone_in_silence dialogs/turn.cpp
  "    say_dropped(desk);"
  "")

vera_mutant(no_way_back dialogs/interview.cpp
  "if (ask_from_agenda(desk) || unpark(desk)) return;"
  "if (ask_from_agenda(desk)) return;")

vera_mutant(snooze_never_ends core/flags/flag_ranking.cpp
  "return choice->until && *choice->until > today ? Standing::snoozed : Standing::open;"
  "return choice->until ? Standing::snoozed : Standing::open;")

vera_mutant(decisions_outlive_flags dialogs/desk.cpp
  "        drop_settled_choices(deal, desk.library.flag_rules, desk.today);"
  "")

vera_mutant(reminder_on_hold dialogs/reminders.cpp
  "    if (!is_live(*deal, desk.today)) return wait_for_end_of_hold(desk, *deal, due, *action);"
  "")

vera_mutant(hold_swallows_reminders dialogs/reminders.cpp
  "    if (!is_live(*deal, desk.today)) return wait_for_end_of_hold(desk, *deal, due, *action);"
  "    if (!is_live(*deal, desk.today)) return;")

vera_mutant(yes_ends_reminders dialogs/reminders.cpp
  "!action->due || is_closed(*deal)) return;"
  "!action->due || is_closed(*deal) || deal->head.state == DealState::verbal_yes) return;")

vera_mutant(strengths_not_stored core/store/deals.cpp
  "{ return to_json(a) != to_json(b); }"
  "{ Deal seen = a; seen.strengths = b.strengths; return to_json(seen) != to_json(b); }")

# The links to Slack: caught by the stories of `links`.

vera_mutant(links_break_before_make bot/slack/links.cpp
  "        lost(*link, goodbye.reason);"
  "        lost(*link, goodbye.reason);
        close(*link);")

vera_mutant(links_backoff_ends_at_hello bot/slack/links.cpp
  "    said_.clear();"
  "    failures_ = 0;
    said_.clear();")

vera_mutant(links_goodbye_needs_no_backoff bot/slack/links.cpp
  "is_off(reason) || !(lived || first_goodbye)"
  "is_off(reason)")

vera_mutant(links_old_epochs_count bot/slack/links.cpp
  "    auto* found = find(down.epoch);
    if (!found || found->state == State::asking) return;
    const auto link = *found;
    forget(down.epoch);"
  "    auto* found = links_.empty() ? nullptr : &links_.back();
    if (!found || found->state == State::asking) return;
    const auto link = *found;
    forget(link.epoch);")

vera_mutant(links_no_liveness bot/slack/links.cpp
  "link.heard + limits_.dead_after"
  "link.heard + limits_.longest_wait")

vera_mutant(links_wait_long_for_hello bot/slack/links.cpp
  "enter(*link, State::connecting, limits_.hello_within);"
  "enter(*link, State::connecting, limits_.longest_wait);")

vera_mutant(links_close_without_deadline bot/slack/links.cpp
  "enter(link, State::closing, limits_.close_within);"
  "enter(link, State::closing, limits_.longest_wait);")

vera_mutant(links_three_at_once bot/slack/links.cpp
  "if (links_.size() == max_links) return"
  "if (links_.size() > max_links) return")

vera_mutant(links_ignore_retry_after bot/slack/links.cpp
  "now_ + (asked ? std::max(*asked, limits_.first_wait) : wait)"
  "now_ + wait")

vera_mutant(links_give_up_on_what_passes bot/slack/links.cpp
  "return codes.contains(error);"
  "return codes.contains(error) || error == \"internal_error\";")

vera_mutant(links_loop_on_a_wrong_token bot/slack/links.cpp
  "return codes.contains(error);"
  "return false;")

vera_mutant(links_use_a_url_twice bot/slack/socket_mode.cpp
  "    auto url = end.end == ApiEnd::End::ok ? url_in(end.body) : \"\";"
  "    static std::string last;
    auto url = end.end == ApiEnd::End::ok ? url_in(end.body) : \"\";
    if (url.empty()) url = last;
    last = url;")

vera_mutant(links_ack_on_the_newest bot/slack/socket_mode.cpp
  "    auto written = co_await socket->write(frame);"
  "    if (auto newest = self->newest()) socket = newest;
    auto written = co_await socket->write(frame);")

vera_mutant(links_ack_only_on_its_own bot/slack/socket_mode.cpp
  "    if (!other || other == socket) co_return;"
  "    co_return;")

vera_mutant(links_big_acks bot/slack/socket_mode.cpp
  "frame.size() >= max_ack"
  "frame.size() >= 4 * max_ack")

vera_mutant(links_late_acks bot/slack/socket_mode.cpp
  "self->parts.clock.now() > due"
  "false")

vera_mutant(links_ack_what_was_not_committed bot/slack/socket_mode.cpp
  "    if (!ack.acknowledge) co_return;"
  "")

vera_mutant(links_stop_waits_for_every_turn bot/slack/socket_mode.cpp
  "(under_way == 0 || *stop_by <= parts.clock.now())"
  "under_way == 0")
