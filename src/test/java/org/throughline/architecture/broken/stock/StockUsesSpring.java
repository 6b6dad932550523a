package org.throughline.architecture.broken.stock;

import org.springframework.jdbc.core.simple.JdbcClient;

class StockUsesSpring {

    JdbcClient used;
}
