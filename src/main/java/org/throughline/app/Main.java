package org.throughline.app;

public class Main {
    public static void main(String[] args) {}
}
