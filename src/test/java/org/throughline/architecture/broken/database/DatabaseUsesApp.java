package org.throughline.architecture.broken.database;

import org.throughline.architecture.broken.app.App;

class DatabaseUsesApp {

    App used;
}
