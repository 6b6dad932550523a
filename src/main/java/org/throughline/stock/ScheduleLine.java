package org.throughline.stock;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A part of a promise.
 *
 * @param on the day on which it can be delivered; never before the required day
 * @param quantity in the unit asked for
 * @param warehouse where it comes from; empty when it is yet to be ordered in and no warehouse was asked for
 */
public record ScheduleLine(LocalDate on, BigDecimal quantity, Optional<String> warehouse, Origin origin) {}
