#pragma once
// What the figures are made with: a folder that goes away, processor and wall time, and a line of the table.
// Wall time on a shared machine means little by itself, so every figure is printed beside a ratio.
#include <filesystem>
#include <functional>
#include <string>

namespace bench {

class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::string file(const std::string& name) const { return (path_ / name).string(); }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

struct Cost {
    double wall_s = 0, cpu_s = 0;
    Cost& operator+=(const Cost&);
};
Cost measure(const std::function<void()>&);

void heading(const std::string&);
void line(const std::string& what, double value, const char* unit);
void ratio(const std::string& what, double value, double of);

void turns();                           // turns per second against the floor, bytes per turn
void watching();                        // what watching the library's folder costs
void stored();                          // the cost of a turn with few and with many influences in the store
void start(const std::string& program); // cold start and memory of the program

} // namespace bench
