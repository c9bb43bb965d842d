// SPDX-License-Identifier: Apache-2.0
package com.example.stock;

record Level(String product, int pieces) {}
