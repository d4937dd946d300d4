#pragma once
// The Web API: a request in, an answer out. Checks token, scope and how the arguments are written, as Slack's
// method pages say; faults come on order. Source: docs.slack.dev/reference/methods.
#include "tests/fake_slack/fake_slack.hpp"

namespace vera::fake_slack {

// How a request ends. `reaches` false: it never arrived. The answer comes `after` that time.
struct Answered {
    HttpAnswer answer;
    Duration after{0};
    bool reaches = true;
};
Answered answer(FakeSlack&, const HttpRequest&);

// --- for the methods ------------------------------------------------------------------------------------
struct Refusal { // thrown: ok:false
    std::string error;
    std::vector<std::string> messages = {};
};
struct Arguments {
    Json values; // an object; numbers and booleans may be text when they came as form fields
    std::string text(const char* name) const;
    std::string needed(const char* name) const; // throws Refusal
    bool flag(const char* name) const;
    int number(const char* name, int otherwise) const;
    Json value(const char* name) const; // an object or a list, also when written as text; null: not there
};
using Method = Json (*)(FakeSlack&, const Arguments&);

struct MethodRule {
    std::string scope; // empty: none
    bool form_only = false;
    Method method = nullptr;
};
void add_chat_methods(std::map<std::string, MethodRule>&);
void add_conversation_methods(std::map<std::string, MethodRule>&);
void add_view_methods(std::map<std::string, MethodRule>&);

Json said_page(FakeSlack&, const Arguments&, const char* list, const Json& all); // paging by cursor and limit

} // namespace vera::fake_slack
