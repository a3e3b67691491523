package org.parley.document;
