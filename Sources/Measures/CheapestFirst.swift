/// Places that wait their turn, the one of the least cost first; of equal ones the lowest.
///
/// A binary heap (Williams, Algorithm 232, Communications of the ACM 7, 1964).
struct CheapestFirst {
    private var heap: [(cost: Double, place: Int)] = []

    /// Whether none waits.
    var isEmpty: Bool { heap.isEmpty }

    /// Lets a place wait.
    mutating func add(_ place: Int, at cost: Double) {
        heap.append((cost, place))
        var index = heap.count - 1
        while index > 0, heap[index] < heap[(index - 1) / 2] {
            heap.swapAt(index, (index - 1) / 2)
            index = (index - 1) / 2
        }
    }

    /// Takes the next one out.
    mutating func next() -> (place: Int, cost: Double)? {
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        guard !heap.isEmpty else { return (first.place, first.cost) }
        heap[0] = last
        var index = 0
        while true {
            let children = [2 * index + 1, 2 * index + 2].filter { $0 < heap.count }
            guard let least = children.min(by: { heap[$0] < heap[$1] }), heap[least] < heap[index] else { break }
            heap.swapAt(least, index)
            index = least
        }
        return (first.place, first.cost)
    }
}
