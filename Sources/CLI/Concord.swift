@main
struct Concord {
    static func main() { print("concord") }
}
