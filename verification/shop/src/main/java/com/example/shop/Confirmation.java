// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

record Confirmation(long number, String product, int cents) {}
