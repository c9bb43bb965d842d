// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import org.springframework.data.jpa.repository.JpaRepository;

interface Orders extends JpaRepository<PlacedOrder, Long> {}
