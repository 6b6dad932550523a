package org.throughline.bench;

import org.HdrHistogram.Histogram;

/** What one round of one exchange has shown. Latency is in microseconds. */
record Sample(double perSecond, double cpuMicros, Histogram latency) {}
