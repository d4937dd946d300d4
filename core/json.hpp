#pragma once
// The model as JSON text and back: the documents the store keeps. Enums are words, times milliseconds,
// days ISO. A document carries its version as "v"; members of it that this program does not know are kept
// in `unknown_json` and written back.
#include "core/plan.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace vera {

inline constexpr int document_version = 1;
inline constexpr std::size_t max_document_depth = 64;

// Of a deal only its own part, without the people, who are documents of their own.
std::string to_json(const Deal&);
std::string to_json(const Influence&);
std::string to_json(const User&); // without id, tenant and version, which are columns
std::string to_json(const Session&);
std::string to_json(const Message&);
std::string to_json(const Job&);
std::string to_json(const Reply&);
std::string to_json(const Choice&);  // what a button of a platform carries
std::string to_json(const FormKey&); // and a form

// nullopt: not such a document. Never throws on any text.
template <class T> std::optional<T> from_json(std::string_view text);
template <> std::optional<Deal> from_json(std::string_view);
template <> std::optional<Influence> from_json(std::string_view);
template <> std::optional<User> from_json(std::string_view);
template <> std::optional<Session> from_json(std::string_view);
template <> std::optional<Message> from_json(std::string_view);
template <> std::optional<Job> from_json(std::string_view);
template <> std::optional<Reply> from_json(std::string_view);
template <> std::optional<Choice> from_json(std::string_view);
template <> std::optional<FormKey> from_json(std::string_view);

// Whether objects and lists stand inside each other deeper than max_document_depth. For any text.
bool too_deep(std::string_view json);

// The words of a state, the same in documents and columns.
std::string word_of(DealState);
std::optional<DealState> deal_state(std::string_view word);

} // namespace vera
