#!/usr/bin/python3
"""What the tests of all modules ended with: fails where one failed twice, and names whoever needed a second try."""

import os
import sys
import xml.etree.ElementTree

from checks import ROOT

FAILED = ("failure", "error")
PASSED_LATER = ("flakyFailure", "flakyError")


def cases():
    for report in sorted(ROOT.glob("**/target/*-reports/TEST-*.xml")):
        yield from xml.etree.ElementTree.parse(report).iter("testcase")


def named(case):
    return f"{case.get('classname')}.{case.get('name')}"


def first(case, kinds):
    return next((child for kind in kinds for child in case.findall(kind)), None)


def main():
    every = list(cases())
    for case in every:
        later = first(case, PASSED_LATER)
        if later is not None:
            print(f"SECOND TRY  {named(case)}: {later.get('message')}")
    broken = [(case, why) for case in every if (why := first(case, FAILED)) is not None]
    for case, why in broken:
        print(f"FAILED      {named(case)}: {why.get('message') or why.text}")
    print(f"{len(every)} tests, {len(broken)} failed")
    untested = "NEWEST_JAVA_HOME" in os.environ and not any(ROOT.glob("**/target/newest-jdk-reports/TEST-*.xml"))
    if untested:
        print("FAILED      nothing was tested by the Java of NEWEST_JAVA_HOME")
    return 1 if broken or untested or not every else 0


if __name__ == "__main__":
    sys.exit(main())
