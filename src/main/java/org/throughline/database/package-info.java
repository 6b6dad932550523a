/**
 * What the store and the embedded ERP share about relational databases: dialects, migrations, keyset cursors. Knows
 * nothing of any table.
 */
package org.throughline.database;
