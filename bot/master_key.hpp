#pragma once
// The master key: from the environment, or from its file, which is made on the first run and is nobody
// else's to read. Without it nothing in the database can be opened again.
#include "bot/config.hpp"

#include <functional>
#include <optional>

namespace vera {

std::optional<store::Key> key_from_hex(std::string_view digits);

// Makes the key file when there is none yet and no database that needs the missing one: neither the one to be
// opened, nor one in the same home. `tell` gets one sentence about where it lies then.
Expected<store::Key> master_key(const Settings&, const store::Randomness&,
                                const std::function<void(const std::string&)>& tell);
// The same, but makes nothing; nullopt: there is no key yet, which is fine.
Expected<std::optional<store::Key>> existing_key(const Settings&);

} // namespace vera
