#pragma once
// Limits that several rooms share; a limit of one type alone stands beside that type. Reaching one is a
// normal outcome with a kind message, never a crash and never a silent cut.
#include <cstddef>

namespace vera::limits {

inline constexpr std::size_t said_text = 4'000; // characters in one message to Vera
inline constexpr std::size_t fact_text = 1'000; // characters in one Result, Win, Lose, evidence or action
inline constexpr std::size_t name_text = 120;   // characters in a name, title, account
inline constexpr std::size_t open_deals = 200;  // per user
inline constexpr std::size_t influences = 30;   // per deal
inline constexpr std::size_t actions = 50;      // per influence
inline constexpr std::size_t notes = 100;       // per influence or deal
inline constexpr std::size_t evidence = 20;     // per Win
inline constexpr std::size_t meetings = 50;     // contact log of a person
inline constexpr std::size_t versions = 20;     // of a statement or a line; the oldest goes
inline constexpr std::size_t strengths = 20;    // per deal
inline constexpr std::size_t choices = 200;     // accepted and snoozed flags of a deal
inline constexpr std::size_t agenda = 120;      // questions asked for by name, waiting their turn
inline constexpr std::size_t need_rounds = 3;   // how often a turn may ask to see more
inline constexpr std::size_t loaded_deals = 12; // in one turn

} // namespace vera::limits
