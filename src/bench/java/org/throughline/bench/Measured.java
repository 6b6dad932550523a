package org.throughline.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/** An exchange, how often it is sent, and what the rounds have shown so far. */
final class Measured {

    private final Exchange exchange;
    private final int warmUp;
    private final int perRound;
    private final List<Sample> samples = new ArrayList<>();

    Measured(Exchange exchange, int warmUp, int perRound) {
        this.exchange = exchange;
        this.warmUp = warmUp;
        this.perRound = perRound;
    }

    Exchange exchange() {
        return exchange;
    }

    int warmUp() {
        return warmUp;
    }

    int perRound() {
        return perRound;
    }

    void add(Sample sample) {
        samples.add(sample);
    }

    double leastCpu() {
        return samples.stream().mapToDouble(Sample::cpuMicros).min().orElseThrow();
    }

    double medianCpu() {
        return median(Sample::cpuMicros);
    }

    double medianPerSecond() {
        return median(Sample::perSecond);
    }

    /** Of all rounds together, in milliseconds. */
    double latency(double percentile) {
        Histogram all = new Histogram(samples.get(0).latency());
        samples.forEach(sample -> all.add(sample.latency()));
        return all.getValueAtPercentile(percentile) / 1e3;
    }

    private double median(ToDoubleFunction<Sample> value) {
        double[] sorted = samples.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
