/** JSON Schemas of the HTTP answers (draft 2020-12). Written by scripts/write-answer-schemas.mjs: never by hand. */

/** The schema of the answer of each operation. */
export const ANSWERS = {
  "openApi": "OpenApiDocument",
  "cases": "CasesAnswer",
  "unlock": "Done",
  "lock": "Done",
  "lockAll": "Done",
  "createCase": "CaseMade",
  "answers": "ScreenAnswers",
  "work": "WorkView",
  "jobs": "JobsView",
  "startJob": "JobView",
  "cancelJob": "JobView",
  "planEstimate": "PlanRecorded",
  "trace": "TraceView",
  "origin": "OriginView",
  "sources": "SourcesAnswer",
  "source": "SourceView",
  "table": "TableView",
  "page": "PageView",
  "rows": "RowsView",
  "checkSource": "SourceCheckView",
  "passages": "PassagesView",
  "vocabulary": "VocabularyView",
  "subjects": "SubjectsView",
  "people": "PeopleView",
  "person": "PersonView",
  "places": "PlacesView",
  "watchList": "WatchListView",
  "site": "SitePageView",
  "allegations": "AllegationsView",
  "confirmation": "ConfirmationCountsView",
  "mentions": "MentionsAnswer",
  "grades": "GradesAnswer",
  "provenance": "ProvenanceView",
  "releases": "ReleasesAnswer",
  "releaseChanges": "ReleaseChangesView",
  "personVisibility": "PersonVisibilityView",
  "releasePlan": "ReleasePlanView",
  "published": "PublishedAnswer",
  "publishedRelease": "PublishedReleaseView",
  "citedFigure": "CitedFigureView",
  "offices": "OfficesView",
  "whoHeld": "WhoHeldView",
  "postings": "PostingsView",
  "chainOfCommand": "ChainView",
  "statedPerson": "StatedPersonView",
  "search": "SearchView",
  "findings": "FindingsView",
  "whatWouldChange": "WhatWouldChangeView",
  "appealRoll": "AppealRollView",
  "recommendations": "RecommendationsView",
  "rollCalls": "RollCallsView",
  "rollCall": "RollCallView",
  "estimate": "EstimateView",
  "reproduction": "ReproductionView",
  "consents": "ConsentsView",
  "twoPersons": "TwoPersonsView",
  "review": "ReviewView",
  "linkCuts": "LinkCutsView",
  "strata": "StrataView",
  "reviewOutlook": "ReviewOutlookView",
  "reviewPair": "ReviewPairView",
  "judgements": "JudgementsView",
  "personChecks": "PersonChecksView",
  "splitPreview": "PersonPreviewView",
  "joinPreview": "PersonPreviewView",
  "sealFile": "FileSealed",
  "tryImport": "ImportTrial",
  "importSource": "SourceImported",
  "recordStatements": "StatementsRecorded",
  "nameSubjects": "SubjectsNamed",
  "setStatus": "StatusRecorded",
  "recordConsent": "ConsentRecorded",
  "withdrawConsent": "ConsentTakenBack",
  "decideContinuity": "ContinuityRecorded",
  "recordFindings": "FindingsRecorded",
  "decidePublication": "PublicationRecorded",
  "setVisibility": "VisibilityRecorded",
  "publishRelease": "ReleaseBegun",
  "recordCustody": "CustodyRecorded",
  "describeSource": "CustodyRecorded",
  "grade": "GradeRecorded",
  "resolveMention": "MentionRecorded",
  "stateProvenance": "ProvenanceRecorded",
  "withdrawProvenance": "ProvenanceRecorded",
  "withdrawList": "ImportTakenBack",
  "judgePair": "JudgementRecorded",
  "undoJudgement": "JudgementTakenBack",
  "splitPerson": "PersonDecisionRecorded",
  "joinPersons": "PersonDecisionRecorded",
  "keepPerson": "PersonDecisionRecorded",
  "releaseAllegation": "StatusRecorded",
  "restrictAllegation": "StatusRecorded",
  "propose": "ProposalRecorded",
  "second": "ProposalRecorded"
} as const;

export const ANSWER_SCHEMAS: Readonly<Record<string, object>> = {
  "ActReceipt": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "kind": {
        "type": "string"
      },
      "leafIndex": {
        "type": "number"
      }
    },
    "required": [
      "id",
      "kind",
      "leafIndex"
    ],
    "additionalProperties": false
  },
  "AgreementView": {
    "type": "object",
    "properties": {
      "pairs": {
        "type": "number",
        "description": "Pairs that two reviewers judged independently: the second without seeing the first's answer."
      },
      "agreed": {
        "type": "number"
      },
      "raw": {
        "type": [
          "number",
          "null"
        ],
        "description": "The share of them; null without any."
      },
      "kappa": {
        "type": [
          "number",
          "null"
        ],
        "description": "Cohen's kappa of the first and the second answer; null where chance alone would give full agreement."
      },
      "standardError": {
        "type": [
          "number",
          "null"
        ]
      },
      "reviewers": {
        "type": "array",
        "description": "The same for each two reviewers.",
        "items": {
          "type": "object",
          "properties": {
            "one": {
              "type": "string"
            },
            "other": {
              "type": "string"
            },
            "pairs": {
              "type": "number"
            },
            "agreed": {
              "type": "number"
            },
            "raw": {
              "type": [
                "number",
                "null"
              ]
            },
            "kappa": {
              "type": [
                "number",
                "null"
              ]
            },
            "standardError": {
              "type": [
                "number",
                "null"
              ]
            }
          },
          "required": [
            "one",
            "other",
            "pairs",
            "agreed",
            "raw",
            "kappa",
            "standardError"
          ],
          "additionalProperties": false
        }
      }
    },
    "required": [
      "pairs",
      "agreed",
      "raw",
      "kappa",
      "standardError",
      "reviewers"
    ],
    "additionalProperties": false
  },
  "AllegationsView": {
    "type": "object",
    "properties": {
      "released": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "statement": {
              "$ref": "#/components/schemas/StatementView"
            },
            "by": {
              "type": "array",
              "description": "Who proposed it and who agreed.",
              "items": {
                "type": "string"
              }
            },
            "why": {
              "type": "string"
            },
            "at": {
              "type": "string",
              "description": "ISO time of the act, and its day in words."
            },
            "day": {
              "type": "string"
            }
          },
          "required": [
            "statement",
            "by",
            "why",
            "at",
            "day"
          ],
          "additionalProperties": false
        }
      },
      "restricted": {
        "type": "number",
        "description": "Allegations that nobody may tell yet: each is read at its source."
      },
      "unread": {
        "type": "number",
        "description": "Statements that are encrypted and were not read: whether they allege anything cannot be told."
      }
    },
    "required": [
      "released",
      "restricted",
      "unread"
    ],
    "additionalProperties": false
  },
  "AnswerState": {
    "type": "string",
    "enum": [
      "answered",
      "someone-answered",
      "waiting",
      "undated"
    ],
    "description": "answered: by this one. someone-answered: an answer is recorded, and by whom is not said. waiting: none is. undated: none is, and nobody says when the appeal was sent."
  },
  "AnswersView-FigureOnScreen": {
    "type": "object",
    "properties": {
      "howMany": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/FigureOnScreen"
        }
      },
      "who": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/FigureOnScreen"
        }
      },
      "where": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/FigureOnScreen"
        }
      },
      "offices": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/FigureOnScreen"
        }
      }
    },
    "required": [
      "howMany",
      "who",
      "where",
      "offices"
    ],
    "additionalProperties": false
  },
  "AppealRollRowView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "senders": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/NamedView"
        }
      },
      "addressees": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/NamedView"
        }
      },
      "sent": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/TimeView"
          },
          {
            "type": "null"
          }
        ]
      },
      "sequenceText": {
        "type": [
          "string",
          "null"
        ],
        "description": "That by the dates as stated an answer came before it was sent; null where that is not so."
      },
      "received": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/StatementView"
        }
      },
      "legalBasis": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/StatementView"
        }
      },
      "texts": {
        "type": "array",
        "description": "Statements that stand in the text of the appeal itself: each leads to its sealed source.",
        "items": {
          "$ref": "#/components/schemas/StatementView"
        }
      },
      "asks": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/StatementView"
        }
      },
      "answers": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/StatementView"
        }
      },
      "attributions": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/StatementView"
        }
      },
      "forms": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/StatementView"
        }
      },
      "due": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/StatementView"
        }
      },
      "signatures": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/SignaturesView"
        }
      },
      "duty": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/StatementView"
        }
      },
      "asked": {
        "type": "array",
        "description": "Who was asked, and who answered what.",
        "items": {
          "$ref": "#/components/schemas/AskedView"
        }
      },
      "daysWaiting": {
        "type": [
          "number",
          "null"
        ],
        "description": "While an answer is waited for; null when none is, or when nobody says when it was sent."
      },
      "daysLeft": {
        "type": [
          "number",
          "null"
        ]
      }
    },
    "required": [
      "id",
      "name",
      "senders",
      "addressees",
      "sent",
      "sequenceText",
      "received",
      "legalBasis",
      "texts",
      "asks",
      "answers",
      "attributions",
      "forms",
      "due",
      "signatures",
      "duty",
      "asked",
      "daysWaiting",
      "daysLeft"
    ],
    "additionalProperties": false
  },
  "AppealRollView": {
    "type": "object",
    "properties": {
      "on": {
        "type": "number",
        "description": "Days since 1970-01-01."
      },
      "appeals": {
        "type": "array",
        "description": "Those that wait longest first.",
        "items": {
          "$ref": "#/components/schemas/AppealRollRowView"
        }
      },
      "listed": {
        "type": "object",
        "properties": {
          "recommendations": {
            "type": "number"
          },
          "answers": {
            "$ref": "#/components/schemas/FacetView"
          },
          "rollCalls": {
            "type": "number"
          }
        },
        "required": [
          "recommendations",
          "answers",
          "rollCalls"
        ],
        "additionalProperties": false,
        "description": "Appeals that stand in imported lists, a row each: recommendations of States, and how many have which answer."
      }
    },
    "required": [
      "on",
      "appeals",
      "listed"
    ],
    "additionalProperties": false
  },
  "AppealView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "senders": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "addressees": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "sent": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/TimeView"
          },
          {
            "type": "null"
          }
        ]
      },
      "asksFor": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "answer": {
        "type": "object",
        "properties": {
          "recorded": {
            "type": "boolean"
          },
          "text": {
            "type": "string"
          }
        },
        "required": [
          "recorded",
          "text"
        ],
        "additionalProperties": false
      },
      "sequenceText": {
        "type": [
          "string",
          "null"
        ],
        "description": "That by the dates as stated an answer came before it was sent; null where that is not so."
      },
      "statements": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/StatementView"
        }
      }
    },
    "required": [
      "id",
      "name",
      "senders",
      "addressees",
      "sent",
      "asksFor",
      "answer",
      "sequenceText",
      "statements"
    ],
    "additionalProperties": false
  },
  "AskedView": {
    "type": "object",
    "properties": {
      "addressee": {
        "$ref": "#/components/schemas/NamedView"
      },
      "state": {
        "$ref": "#/components/schemas/AnswerState"
      },
      "stateText": {
        "type": "string"
      },
      "answers": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/StatementView"
        }
      },
      "daysWaiting": {
        "type": [
          "number",
          "null"
        ]
      }
    },
    "required": [
      "addressee",
      "state",
      "stateText",
      "answers",
      "daysWaiting"
    ],
    "additionalProperties": false,
    "description": "One of those who were asked, and what became of it."
  },
  "Audience": {
    "type": "string",
    "enum": [
      "internal",
      "public"
    ]
  },
  "AuditFigureView": {
    "type": "object",
    "properties": {
      "value": {
        "type": "number"
      },
      "low": {
        "type": "number",
        "description": "95 %, its ends leaning to the safe side."
      },
      "high": {
        "type": "number"
      }
    },
    "required": [
      "value",
      "low",
      "high"
    ],
    "additionalProperties": false
  },
  "AuditView": {
    "type": "object",
    "properties": {
      "judged": {
        "type": "number",
        "description": "Blind judgements of pairs of this link."
      },
      "precision": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/AuditFigureView"
          },
          {
            "type": "null"
          }
        ],
        "description": "Null while a stratum that it needs has no judged pair."
      },
      "recall": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/AuditFigureView"
          },
          {
            "type": "null"
          }
        ],
        "description": "Among the pairs at or above the review band."
      }
    },
    "required": [
      "judged",
      "precision",
      "recall"
    ],
    "additionalProperties": false
  },
  "BoundOfPersons": {
    "type": "object",
    "properties": {
      "point": {
        "type": "number"
      },
      "interval": {
        "anyOf": [
          {
            "type": "array",
            "minItems": 2,
            "maxItems": 2,
            "prefixItems": [
              {
                "type": "number",
                "title": "low"
              },
              {
                "type": "number",
                "title": "high"
              }
            ]
          },
          {
            "type": "null"
          }
        ],
        "description": "95 %, of chance alone: what links may be wrong is not in it. Null where its formula gives none."
      }
    },
    "required": [
      "point",
      "interval"
    ],
    "additionalProperties": false
  },
  "BoxView": {
    "type": "object",
    "properties": {
      "x": {
        "type": "number"
      },
      "y": {
        "type": "number"
      },
      "width": {
        "type": "number"
      },
      "height": {
        "type": "number"
      }
    },
    "required": [
      "x",
      "y",
      "width",
      "height"
    ],
    "additionalProperties": false,
    "description": "From the top left corner."
  },
  "Calendar": {
    "type": "string",
    "enum": [
      "gregorian",
      "solar-hijri",
      "lunar-hijri"
    ]
  },
  "CalendarView": {
    "type": "string",
    "enum": [
      "gregorian",
      "solar-hijri",
      "lunar-hijri",
      "by-year"
    ]
  },
  "CaseMade": {
    "type": "object",
    "properties": {
      "case": {
        "type": "string",
        "description": "Its id."
      }
    },
    "required": [
      "case"
    ],
    "additionalProperties": false
  },
  "CaseSummaryView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "title": {
        "type": "string"
      },
      "summary": {
        "type": "string"
      },
      "fictional": {
        "type": "boolean"
      },
      "standardOfProof": {
        "type": "string"
      },
      "counts": {
        "type": "object",
        "properties": {
          "sources": {
            "type": "number"
          },
          "statements": {
            "type": "number"
          },
          "records": {
            "type": "number"
          },
          "persons": {
            "type": "number"
          },
          "sites": {
            "type": "number"
          },
          "postings": {
            "type": "number"
          },
          "appeals": {
            "type": "number"
          },
          "acts": {
            "type": "number"
          }
        },
        "required": [
          "sources",
          "statements",
          "records",
          "persons",
          "sites",
          "postings",
          "appeals",
          "acts"
        ],
        "additionalProperties": false
      },
      "ledgerRoot": {
        "type": "string"
      },
      "upTo": {
        "$ref": "#/components/schemas/UpToView",
        "description": "Acts that another process recorded just now may be on the disk and not in the views yet."
      }
    },
    "required": [
      "id",
      "title",
      "summary",
      "fictional",
      "standardOfProof",
      "counts",
      "ledgerRoot",
      "upTo"
    ],
    "additionalProperties": false
  },
  "CasesAnswer": {
    "type": "object",
    "properties": {
      "cases": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/CaseSummaryView"
        }
      },
      "unreadable": {
        "type": "array",
        "description": "Cases that cannot be read now, and why.",
        "items": {
          "$ref": "#/components/schemas/UnreadableCase"
        }
      },
      "locked": {
        "type": "array",
        "description": "Cases that this browser has not unlocked.",
        "items": {
          "$ref": "#/components/schemas/LockedCase"
        }
      },
      "lockable": {
        "type": "array",
        "description": "Ids among `cases` of those that can be locked again.",
        "items": {
          "type": "string"
        }
      },
      "writable": {
        "type": "array",
        "description": "Ids among `cases` of those that this browser may write to.",
        "items": {
          "type": "string"
        }
      },
      "canCreate": {
        "type": "boolean",
        "description": "Whether this browser may make another one here."
      }
    },
    "required": [
      "cases",
      "unreadable",
      "locked",
      "lockable",
      "writable",
      "canCreate"
    ],
    "additionalProperties": false
  },
  "ChainKind": {
    "type": "string",
    "enum": [
      "answer",
      "person",
      "site",
      "posting",
      "statement",
      "passage",
      "blob",
      "act",
      "proof",
      "checkpoint"
    ]
  },
  "ChainLink": {
    "type": "object",
    "properties": {
      "kind": {
        "$ref": "#/components/schemas/ChainKind"
      },
      "id": {
        "type": "string"
      },
      "text": {
        "type": "string"
      },
      "sha256": {
        "type": "string"
      },
      "leafIndex": {
        "type": "number"
      },
      "treeSize": {
        "type": "number"
      },
      "root": {
        "type": "string"
      },
      "ok": {
        "type": "boolean"
      }
    },
    "required": [
      "kind",
      "id",
      "ok"
    ],
    "additionalProperties": false,
    "description": "One link; `ok` says that its integrity was checked just now and held."
  },
  "ChainUnitView": {
    "type": "object",
    "properties": {
      "unit": {
        "$ref": "#/components/schemas/NamedView"
      },
      "strength": {
        "type": [
          "string",
          "null"
        ],
        "enum": [
          "cited",
          "undated",
          "other-times",
          null
        ],
        "description": "How the relation to the one below is known: cited at the time, undated, or only at other times."
      },
      "isCircular": {
        "type": "boolean"
      },
      "about": {
        "type": "array",
        "description": "What is said of its existence and of what it was responsible for.",
        "items": {
          "$ref": "#/components/schemas/StatementView"
        }
      },
      "firstCited": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/TimeView"
          },
          {
            "type": "null"
          }
        ],
        "description": "First and last time of which a source says that the relation to the one below held."
      },
      "lastCited": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/TimeView"
          },
          {
            "type": "null"
          }
        ]
      },
      "statements": {
        "type": "array",
        "description": "The statements of the relation, those that deny it too.",
        "items": {
          "$ref": "#/components/schemas/StatementView"
        }
      },
      "offices": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "office": {
              "$ref": "#/components/schemas/NamedView"
            },
            "holders": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/HolderView"
              }
            }
          },
          "required": [
            "office",
            "holders"
          ],
          "additionalProperties": false
        }
      },
      "above": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/ChainUnitView"
        }
      }
    },
    "required": [
      "unit",
      "strength",
      "isCircular",
      "about",
      "firstCited",
      "lastCited",
      "statements",
      "offices",
      "above"
    ],
    "additionalProperties": false,
    "description": "A unit, its offices at the time, and what stood above it."
  },
  "ChainView": {
    "type": "object",
    "properties": {
      "on": {
        "$ref": "#/components/schemas/TimeView"
      },
      "chain": {
        "$ref": "#/components/schemas/ChainUnitView"
      }
    },
    "required": [
      "on",
      "chain"
    ],
    "additionalProperties": false
  },
  "ChangeCounts": {
    "type": "object",
    "properties": {
      "added": {
        "type": "number"
      },
      "removed": {
        "type": "number"
      },
      "changed": {
        "type": "number"
      }
    },
    "required": [
      "added",
      "removed",
      "changed"
    ],
    "additionalProperties": false
  },
  "ChangedCellView": {
    "type": "object",
    "properties": {
      "column": {
        "type": "string"
      },
      "before": {
        "type": "string"
      },
      "after": {
        "type": "string"
      }
    },
    "required": [
      "column",
      "before",
      "after"
    ],
    "additionalProperties": false
  },
  "CheckedRowView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "list": {
        "type": "string"
      },
      "row": {
        "type": "number"
      },
      "recordId": {
        "type": "string"
      },
      "names": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "isRepeated": {
        "type": "boolean",
        "description": "Whether its list has another row of the person, and has each person once."
      },
      "values": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "field": {
              "type": "string"
            },
            "raw": {
              "type": "string"
            },
            "time": {
              "anyOf": [
                {
                  "$ref": "#/components/schemas/TimeView"
                },
                {
                  "type": "null"
                }
              ]
            },
            "isContradicted": {
              "type": "boolean",
              "description": "Whether another row of the person says otherwise."
            }
          },
          "required": [
            "field",
            "raw",
            "time",
            "isContradicted"
          ],
          "additionalProperties": false
        }
      }
    },
    "required": [
      "id",
      "list",
      "row",
      "recordId",
      "names",
      "isRepeated",
      "values"
    ],
    "additionalProperties": false
  },
  "CitedFigureView": {
    "type": "object",
    "properties": {
      "release": {
        "$ref": "#/components/schemas/PublishedView"
      },
      "id": {
        "type": "string"
      },
      "cited": {
        "type": "object",
        "properties": {
          "label": {
            "type": "string"
          },
          "valueText": {
            "type": "string"
          },
          "standing": {
            "type": "string",
            "enum": [
              "documented",
              "estimated",
              "reported"
            ]
          }
        },
        "required": [
          "label",
          "valueText",
          "standing"
        ],
        "additionalProperties": false
      },
      "now": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "label": {
                "type": "string"
              },
              "valueText": {
                "type": "string"
              },
              "standing": {
                "type": "string",
                "enum": [
                  "documented",
                  "estimated",
                  "reported"
                ]
              }
            },
            "required": [
              "label",
              "valueText",
              "standing"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ],
        "description": "Null where the case has no such figure any more."
      },
      "isSame": {
        "type": "boolean"
      },
      "because": {
        "type": "array",
        "description": "Why it is another, in words; empty where nothing recorded explains it.",
        "items": {
          "type": "string"
        }
      }
    },
    "required": [
      "release",
      "id",
      "cited",
      "now",
      "isSame",
      "because"
    ],
    "additionalProperties": false,
    "description": "A figure as a release held it, beside the same today."
  },
  "Confirmation": {
    "type": "string",
    "enum": [
      "single",
      "independent",
      "strong",
      "disputed"
    ],
    "description": "How well a value is borne out, by the numbers of the case's rule: too few voices; as many independent ones as level 2 asks for; as many, and as many first-hand, as level 3 does; disputed when another value or a denial stands against it."
  },
  "ConfirmationCountsView": {
    "type": "object",
    "properties": {
      "isDefault": {
        "type": "boolean",
        "description": "Whether the case has no rule of its own."
      },
      "proofs": {
        "type": "array",
        "description": "What counts as proof, as `property=code`.",
        "items": {
          "type": "string"
        }
      },
      "levels": {
        "type": "array",
        "description": "Persons of each level: those whom lists name, and those of whose fate statements speak.",
        "items": {
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "listed": {
              "type": "number"
            },
            "stated": {
              "type": "number"
            },
            "level": {
              "$ref": "#/components/schemas/ConfirmationLevel"
            },
            "text": {
              "type": "string",
              "description": "The level in words, with the numbers of the rule."
            }
          },
          "required": [
            "level",
            "listed",
            "stated",
            "text"
          ]
        }
      }
    },
    "required": [
      "isDefault",
      "proofs",
      "levels"
    ],
    "additionalProperties": false
  },
  "ConfirmationLevel": {
    "type": "string",
    "enum": [
      "0",
      "1",
      "2",
      "3",
      "D",
      "X"
    ]
  },
  "ConfirmationView": {
    "type": "object",
    "properties": {
      "level": {
        "$ref": "#/components/schemas/ConfirmationLevel"
      },
      "text": {
        "type": "string",
        "description": "The level in words, with the numbers of the rule."
      }
    },
    "required": [
      "level",
      "text"
    ],
    "additionalProperties": false,
    "description": "How far a person's fate is confirmed, by the rule of the case."
  },
  "ConsentRecorded": {
    "type": "object",
    "properties": {
      "acts": {
        "type": "array",
        "description": "In the order of the log; none when the change said nothing new.",
        "items": {
          "$ref": "#/components/schemas/ActReceipt"
        }
      },
      "treeSize": {
        "type": "number",
        "description": "Acts in the log after it."
      },
      "root": {
        "type": "string",
        "description": "SHA-256 root over them, as hexadecimal digits."
      },
      "consent": {
        "$ref": "#/components/schemas/ConsentView"
      }
    },
    "required": [
      "acts",
      "consent",
      "root",
      "treeSize"
    ],
    "additionalProperties": false
  },
  "ConsentTakenBack": {
    "type": "object",
    "properties": {
      "acts": {
        "type": "array",
        "description": "In the order of the log; none when the change said nothing new.",
        "items": {
          "$ref": "#/components/schemas/ActReceipt"
        }
      },
      "treeSize": {
        "type": "number",
        "description": "Acts in the log after it."
      },
      "root": {
        "type": "string",
        "description": "SHA-256 root over them, as hexadecimal digits."
      },
      "consent": {
        "$ref": "#/components/schemas/ConsentView"
      },
      "stays": {
        "type": "array",
        "description": "Where words whose consent is missing still stand.",
        "items": {
          "$ref": "#/components/schemas/WordsThatStay"
        }
      }
    },
    "required": [
      "acts",
      "consent",
      "root",
      "stays",
      "treeSize"
    ],
    "additionalProperties": false
  },
  "ConsentView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "giver": {
        "type": "string",
        "description": "A pseudonym."
      },
      "covers": {
        "type": "array",
        "description": "Ids of sources, statements and speakers.",
        "items": {
          "type": "string"
        }
      },
      "scope": {
        "type": "string",
        "enum": [
          "internal",
          "partners",
          "un",
          "prosecutor",
          "public"
        ]
      },
      "how": {
        "type": "string"
      },
      "purposes": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "expires": {
        "type": [
          "string",
          "null"
        ],
        "description": "The last day on which it holds (ISO); null for one without an end."
      },
      "on": {
        "type": [
          "string",
          "null"
        ]
      },
      "withdrawn": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "why": {
                "type": "string"
              },
              "on": {
                "type": [
                  "string",
                  "null"
                ]
              }
            },
            "required": [
              "why",
              "on"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "id",
      "giver",
      "covers",
      "scope",
      "how",
      "purposes",
      "expires",
      "on",
      "withdrawn"
    ],
    "additionalProperties": false,
    "description": "What the faces show of consents, and of acts that need two people."
  },
  "ConsentsView": {
    "type": "object",
    "properties": {
      "consents": {
        "type": "array",
        "description": "In the order in which they were recorded.",
        "items": {
          "$ref": "#/components/schemas/ConsentView"
        }
      }
    },
    "required": [
      "consents"
    ],
    "additionalProperties": false
  },
  "ContinuityRecorded": {
    "type": "object",
    "properties": {
      "acts": {
        "type": "array",
        "description": "In the order of the log; none when the change said nothing new.",
        "items": {
          "$ref": "#/components/schemas/ActReceipt"
        }
      },
      "treeSize": {
        "type": "number",
        "description": "Acts in the log after it."
      },
      "root": {
        "type": "string",
        "description": "SHA-256 root over them, as hexadecimal digits."
      },
      "person": {
        "type": "string"
      },
      "office": {
        "type": "string"
      }
    },
    "required": [
      "acts",
      "office",
      "person",
      "root",
      "treeSize"
    ],
    "additionalProperties": false
  },
  "Control": {
    "type": "string",
    "enum": [
      "certain",
      "possible",
      "undated",
      "other-times"
    ],
    "description": "On a day: certain where a statement is true on every day of its time and the day is one of them; possible where the day lies in a time on some day of which it is true; undated where no time is given; at other times."
  },
  "CoordinateView": {
    "type": "object",
    "properties": {
      "latitude": {
        "type": "number"
      },
      "longitude": {
        "type": "number"
      },
      "accuracyM": {
        "type": "number"
      },
      "from": {
        "type": "string",
        "description": "Who gives it."
      }
    },
    "required": [
      "latitude",
      "longitude",
      "accuracyM",
      "from"
    ],
    "additionalProperties": false
  },
  "CustodyRecorded": {
    "type": "object",
    "properties": {
      "acts": {
        "type": "array",
        "description": "In the order of the log; none when the change said nothing new.",
        "items": {
          "$ref": "#/components/schemas/ActReceipt"
        }
      },
      "treeSize": {
        "type": "number",
        "description": "Acts in the log after it."
      },
      "root": {
        "type": "string",
        "description": "SHA-256 root over them, as hexadecimal digits."
      },
      "source": {
        "type": "string",
        "description": "The id of the source."
      }
    },
    "required": [
      "acts",
      "root",
      "source",
      "treeSize"
    ],
    "additionalProperties": false
  },
  "CustodyView": {
    "type": "object",
    "properties": {
      "at": {
        "type": "string",
        "description": "ISO time of the act."
      },
      "actor": {
        "type": "string"
      },
      "leafIndex": {
        "type": "number"
      },
      "what": {
        "type": "string"
      },
      "details": {
        "type": "array",
        "description": "From, to, why and so on, as the act has them.",
        "items": {
          "type": "object",
          "properties": {
            "name": {
              "type": "string"
            },
            "value": {
              "type": "string"
            }
          },
          "required": [
            "name",
            "value"
          ],
          "additionalProperties": false
        }
      }
    },
    "required": [
      "at",
      "actor",
      "leafIndex",
      "what",
      "details"
    ],
    "additionalProperties": false,
    "description": "One event in the chain of custody."
  },
  "DateOrderView": {
    "type": "string",
    "enum": [
      "dmy",
      "mdy",
      "ymd"
    ]
  },
  "DatePrecisionView": {
    "type": "string",
    "enum": [
      "day",
      "month",
      "year",
      "year-when-january-first"
    ]
  },
  "DecidedView": {
    "type": "object",
    "properties": {
      "is": {
        "type": "string",
        "enum": [
          "list",
          "person",
          "speaker",
          "site"
        ]
      },
      "id": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "decision": {
        "$ref": "#/components/schemas/DecisionView"
      }
    },
    "required": [
      "is",
      "id",
      "name",
      "decision"
    ],
    "additionalProperties": false,
    "description": "What stands today, and can be decided anew."
  },
  "DecisionView": {
    "anyOf": [
      {
        "$ref": "#/components/schemas/VisibilityDecisionView"
      },
      {
        "$ref": "#/components/schemas/PublicationDecisionView"
      }
    ]
  },
  "DescriptionView": {
    "type": "object",
    "properties": {
      "shows": {
        "type": "string"
      },
      "said": {
        "type": "object",
        "properties": {
          "en": {
            "type": "string"
          },
          "fa": {
            "type": "string"
          }
        },
        "additionalProperties": false,
        "description": "As it was said, by language."
      },
      "by": {
        "type": "string"
      },
      "on": {
        "type": "string"
      }
    },
    "required": [
      "shows",
      "said",
      "by",
      "on"
    ],
    "additionalProperties": false,
    "description": "In the words of whoever looked; said anew, it takes the place of what was said before."
  },
  "DiffPart": {
    "type": "object",
    "properties": {
      "text": {
        "type": "string"
      },
      "isShared": {
        "type": "boolean"
      }
    },
    "required": [
      "text",
      "isShared"
    ],
    "additionalProperties": false,
    "description": "A piece of a value, and whether the other value has it too."
  },
  "Done": {
    "type": "object",
    "properties": {
      "ok": {
        "type": "boolean",
        "const": true
      }
    },
    "required": [
      "ok"
    ],
    "additionalProperties": false
  },
  "ErrorPlace": {
    "type": "object",
    "properties": {
      "entry": {
        "type": "string",
        "description": "The key or position of the entry."
      },
      "line": {
        "type": [
          "number",
          "null"
        ],
        "description": "The line of the body at which the entry starts, counted from 1; null when it cannot be told."
      },
      "pointer": {
        "type": "string",
        "description": "The member at fault, as a JSON Pointer (RFC 6901) into the body."
      }
    },
    "required": [
      "entry",
      "line",
      "pointer"
    ],
    "additionalProperties": false
  },
  "ErrorView": {
    "type": "object",
    "properties": {
      "error": {
        "type": "object",
        "properties": {
          "code": {
            "type": "string",
            "description": "`room/what`, stable; docs/formats/errors.md lists them."
          },
          "message": {
            "type": "string",
            "description": "What is wrong, and what to do."
          },
          "at": {
            "$ref": "#/components/schemas/ErrorPlace",
            "description": "Where in the body it is, when it is in the body."
          }
        },
        "required": [
          "code",
          "message"
        ],
        "additionalProperties": false
      }
    },
    "required": [
      "error"
    ],
    "additionalProperties": false
  },
  "EstimatePlanBefore": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "lists": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "methods": {
        "anyOf": [
          {
            "type": "string",
            "const": "all"
          },
          {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        ]
      },
      "assumption": {
        "type": "object",
        "properties": {
          "en": {
            "type": "string"
          },
          "fa": {
            "type": "string"
          }
        },
        "additionalProperties": false
      }
    },
    "required": [
      "id",
      "methods",
      "assumption"
    ],
    "additionalProperties": false
  },
  "EstimateTableView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "lists": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/NamedView"
        }
      },
      "joined": {
        "type": "array",
        "description": "Those of them that are several lists counted as one, by the same id, and why.",
        "items": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string"
            },
            "lists": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/NamedView"
              }
            },
            "text": {
              "type": "string"
            }
          },
          "required": [
            "id",
            "lists",
            "text"
          ],
          "additionalProperties": false
        }
      },
      "n": {
        "type": "number"
      },
      "cells": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "lists": {
              "type": "array",
              "items": {
                "type": "string"
              }
            },
            "count": {
              "type": "number"
            }
          },
          "required": [
            "lists",
            "count"
          ],
          "additionalProperties": false
        }
      },
      "methods": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "figure": {
              "type": "string",
              "description": "The id of its figure among the answers."
            },
            "name": {
              "type": "string"
            },
            "title": {
              "type": "string"
            },
            "point": {
              "type": "number"
            },
            "interval": {
              "anyOf": [
                {
                  "type": "array",
                  "minItems": 2,
                  "maxItems": 2,
                  "items": {
                    "type": "number"
                  }
                },
                {
                  "type": "null"
                }
              ]
            },
            "kind": {
              "type": "string"
            },
            "kindText": {
              "type": "string"
            },
            "endErrors": {
              "anyOf": [
                {
                  "type": "object",
                  "properties": {
                    "low": {
                      "type": "number"
                    },
                    "high": {
                      "type": "number"
                    }
                  },
                  "required": [
                    "low",
                    "high"
                  ],
                  "additionalProperties": false
                },
                {
                  "type": "null"
                }
              ],
              "description": "How far other draws would move the ends of the interval, in people; null where nothing was drawn."
            },
            "settings": {
              "type": "object",
              "additionalProperties": {}
            }
          },
          "required": [
            "figure",
            "name",
            "title",
            "point",
            "interval",
            "kind",
            "kindText",
            "endErrors",
            "settings"
          ],
          "additionalProperties": false
        }
      },
      "warnings": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "code": {
              "type": "string"
            },
            "text": {
              "type": "string"
            }
          },
          "required": [
            "code",
            "text"
          ],
          "additionalProperties": false
        }
      },
      "refused": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "name": {
              "type": "string"
            },
            "code": {
              "type": "string"
            },
            "text": {
              "type": "string"
            }
          },
          "required": [
            "name",
            "code",
            "text"
          ],
          "additionalProperties": false
        }
      },
      "assumption": {
        "type": "string"
      },
      "linkage": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/LinkageOfEstimateView"
          },
          {
            "type": "null"
          }
        ]
      },
      "truth": {
        "type": [
          "number",
          "null"
        ],
        "description": "For a fictional case: the truth, so that the error of each method can be seen."
      }
    },
    "required": [
      "id",
      "lists",
      "joined",
      "n",
      "cells",
      "methods",
      "warnings",
      "refused",
      "assumption",
      "linkage",
      "truth"
    ],
    "additionalProperties": false
  },
  "EstimateView": {
    "type": "object",
    "properties": {
      "tables": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/EstimateTableView"
        }
      },
      "reported": {
        "type": "array",
        "description": "Totals that speakers reported, drawn apart from the estimates.",
        "items": {
          "$ref": "#/components/schemas/FigureOnScreen"
        }
      },
      "needs": {
        "type": "object",
        "properties": {
          "personLists": {
            "type": "number"
          },
          "isLinked": {
            "type": "boolean"
          }
        },
        "required": [
          "personLists",
          "isLinked"
        ],
        "additionalProperties": false,
        "description": "What an estimate of linked lists is made of: imported lists of persons, and whether a link of them stands."
      }
    },
    "required": [
      "tables",
      "reported",
      "needs"
    ],
    "additionalProperties": false
  },
  "ExportFormat": {
    "type": "string",
    "enum": [
      "ftm",
      "csv",
      "xlsx",
      "geojson",
      "r-matrix",
      "jsonl"
    ]
  },
  "FacetView": {
    "type": "array",
    "description": "How many things say something, by what they say; what says nothing is counted under null.",
    "items": {
      "type": "object",
      "properties": {
        "value": {
          "type": [
            "string",
            "null"
          ]
        },
        "count": {
          "type": "number"
        }
      },
      "required": [
        "value",
        "count"
      ],
      "additionalProperties": false
    }
  },
  "FieldKindView": {
    "type": "string",
    "enum": [
      "name",
      "date",
      "number",
      "code",
      "place",
      "text"
    ]
  },
  "FieldRecipeView": {
    "type": "object",
    "properties": {
      "column": {
        "type": "string"
      },
      "join": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "kind": {
        "$ref": "#/components/schemas/FieldKindView"
      },
      "script": {
        "type": "string"
      },
      "calendar": {
        "$ref": "#/components/schemas/CalendarView"
      },
      "precision": {
        "$ref": "#/components/schemas/DatePrecisionView"
      },
      "dateOrder": {
        "$ref": "#/components/schemas/DateOrderView"
      },
      "within": {
        "type": "string"
      },
      "unknown": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "codes": {
        "type": "object",
        "additionalProperties": {
          "type": "string"
        }
      }
    },
    "required": [
      "column"
    ],
    "additionalProperties": false,
    "description": "How one field is read, as in a recipe (docs/formats/recipe.md)."
  },
  "FigureInRelease": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "label": {
        "type": "string"
      },
      "valueText": {
        "type": "string"
      },
      "standing": {
        "type": "string",
        "enum": [
          "documented",
          "estimated",
          "reported"
        ]
      }
    },
    "required": [
      "id",
      "label",
      "valueText",
      "standing"
    ],
    "additionalProperties": false,
    "description": "A figure in few words."
  },
  "FigureOnScreen": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "label": {
        "type": "string"
      },
      "subject": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "id": {
                "type": "string"
              },
              "name": {
                "type": "string"
              }
            },
            "required": [
              "id",
              "name"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ]
      },
      "value": {
        "type": [
          "number",
          "string",
          "null"
        ]
      },
      "range": {
        "anyOf": [
          {
            "type": "array",
            "minItems": 2,
            "maxItems": 2,
            "items": {
              "type": [
                "number",
                "null"
              ]
            }
          },
          {
            "type": "null"
          }
        ],
        "description": "Lower and upper bound; null where open."
      },
      "unit": {
        "type": [
          "string",
          "null"
        ]
      },
      "time": {
        "type": [
          "string",
          "null"
        ],
        "description": "EDTF."
      },
      "place": {
        "type": [
          "string",
          "null"
        ]
      },
      "standing": {
        "type": "string",
        "enum": [
          "documented",
          "estimated",
          "reported"
        ]
      },
      "speaker": {
        "type": [
          "string",
          "null"
        ]
      },
      "statements": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "contradictedBy": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "valueText": {
        "type": "string",
        "description": "The value and its bounds in words: \"at least 30,000 persons\"."
      },
      "timeText": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/TimeView"
          },
          {
            "type": "null"
          }
        ]
      },
      "footing": {
        "$ref": "#/components/schemas/FootingView"
      },
      "group": {
        "type": "string",
        "description": "Figures with the same group say the same kind of thing, one per independent speaker."
      }
    },
    "required": [
      "contradictedBy",
      "footing",
      "group",
      "id",
      "label",
      "place",
      "range",
      "speaker",
      "standing",
      "statements",
      "subject",
      "time",
      "timeText",
      "unit",
      "value",
      "valueText"
    ],
    "additionalProperties": false,
    "description": "A figure with what only a screen needs beside it."
  },
  "FigureView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "label": {
        "type": "string"
      },
      "subject": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "id": {
                "type": "string"
              },
              "name": {
                "type": "string"
              }
            },
            "required": [
              "id",
              "name"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ]
      },
      "value": {
        "type": [
          "number",
          "string",
          "null"
        ]
      },
      "range": {
        "anyOf": [
          {
            "type": "array",
            "minItems": 2,
            "maxItems": 2,
            "items": {
              "type": [
                "number",
                "null"
              ]
            }
          },
          {
            "type": "null"
          }
        ],
        "description": "Lower and upper bound; null where open."
      },
      "unit": {
        "type": [
          "string",
          "null"
        ]
      },
      "time": {
        "type": [
          "string",
          "null"
        ],
        "description": "EDTF."
      },
      "place": {
        "type": [
          "string",
          "null"
        ]
      },
      "standing": {
        "type": "string",
        "enum": [
          "documented",
          "estimated",
          "reported"
        ]
      },
      "speaker": {
        "type": [
          "string",
          "null"
        ]
      },
      "statements": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "contradictedBy": {
        "type": "array",
        "items": {
          "type": "string"
        }
      }
    },
    "required": [
      "id",
      "label",
      "subject",
      "value",
      "range",
      "unit",
      "time",
      "place",
      "standing",
      "speaker",
      "statements",
      "contradictedBy"
    ],
    "additionalProperties": false,
    "description": "One figure as `inquest answer --json` prints it: plain data in one language."
  },
  "FileSealed": {
    "type": "object",
    "properties": {
      "acts": {
        "type": "array",
        "description": "In the order of the log; none when the change said nothing new.",
        "items": {
          "$ref": "#/components/schemas/ActReceipt"
        }
      },
      "treeSize": {
        "type": "number",
        "description": "Acts in the log after it."
      },
      "root": {
        "type": "string",
        "description": "SHA-256 root over them, as hexadecimal digits."
      },
      "file": {
        "$ref": "#/components/schemas/FileSealedView"
      }
    },
    "required": [
      "acts",
      "file",
      "root",
      "treeSize"
    ],
    "additionalProperties": false
  },
  "FileSealedView": {
    "type": "object",
    "properties": {
      "source": {
        "type": "string"
      },
      "key": {
        "type": "string"
      },
      "fileName": {
        "type": "string"
      },
      "sha256": {
        "type": "string"
      },
      "sizeBytes": {
        "type": "number"
      },
      "existed": {
        "type": "boolean",
        "description": "True when the same bytes were sealed before."
      },
      "isNoted": {
        "type": "boolean",
        "description": "Whether it was noted that they came again under another name."
      },
      "remarks": {
        "type": "number",
        "description": "Things that a person should know of it before working with it; its page says them."
      }
    },
    "required": [
      "source",
      "key",
      "fileName",
      "sha256",
      "sizeBytes",
      "existed",
      "isNoted",
      "remarks"
    ],
    "additionalProperties": false,
    "description": "A file as it was sealed."
  },
  "FindingView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "question": {
        "type": "string"
      },
      "text": {
        "type": "string"
      },
      "standard": {
        "$ref": "#/components/schemas/StandardOfProof"
      },
      "ceiling": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/StandardOfProof"
          },
          {
            "type": "null"
          }
        ],
        "description": "What its support bears by itself today."
      },
      "standing": {
        "type": "string",
        "enum": [
          "ok",
          "answered",
          "above"
        ],
        "description": "ok: borne; answered: a reviewer answers for it; above: its support has fallen below its standard."
      },
      "support": {
        "$ref": "#/components/schemas/Support"
      },
      "supports": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/StatementView"
        }
      },
      "contradicts": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/StatementView"
        }
      },
      "lost": {
        "type": "number",
        "description": "Statements that it names and that stand in no view any more."
      },
      "limitations": {
        "type": "string"
      },
      "reviewers": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "isBelowCase": {
        "type": "boolean",
        "description": "Its standard is below the one that the case works by."
      },
      "above": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "by": {
                "type": "string"
              },
              "why": {
                "type": "string"
              }
            },
            "required": [
              "by",
              "why"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ]
      },
      "hangsOn": {
        "type": "array",
        "description": "Statements without any one of which it could not stand as high.",
        "items": {
          "type": "string"
        }
      },
      "recordedAt": {
        "type": "string"
      }
    },
    "required": [
      "id",
      "question",
      "text",
      "standard",
      "ceiling",
      "standing",
      "support",
      "supports",
      "contradicts",
      "lost",
      "limitations",
      "reviewers",
      "isBelowCase",
      "above",
      "hangsOn",
      "recordedAt"
    ],
    "additionalProperties": false
  },
  "FindingsRecorded": {
    "type": "object",
    "properties": {
      "acts": {
        "type": "array",
        "description": "In the order of the log; none when the change said nothing new.",
        "items": {
          "$ref": "#/components/schemas/ActReceipt"
        }
      },
      "treeSize": {
        "type": "number",
        "description": "Acts in the log after it."
      },
      "root": {
        "type": "string",
        "description": "SHA-256 root over them, as hexadecimal digits."
      },
      "findings": {
        "type": "array",
        "description": "Ids of the findings that are new or changed.",
        "items": {
          "type": "string"
        }
      }
    },
    "required": [
      "acts",
      "findings",
      "root",
      "treeSize"
    ],
    "additionalProperties": false
  },
  "FindingsView": {
    "type": "object",
    "properties": {
      "findings": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/FindingView"
        }
      }
    },
    "required": [
      "findings"
    ],
    "additionalProperties": false
  },
  "FootingView": {
    "type": "object",
    "properties": {
      "sealedSources": {
        "type": "number"
      },
      "originalsHeld": {
        "type": "number"
      },
      "statements": {
        "type": "number"
      },
      "records": {
        "type": "number"
      },
      "reviewed": {
        "type": "number",
        "description": "Statements that were accepted."
      },
      "voices": {
        "type": "number",
        "description": "Independent voices: speakers of one independence group are one."
      }
    },
    "required": [
      "sealedSources",
      "originalsHeld",
      "statements",
      "records",
      "reviewed",
      "voices"
    ],
    "additionalProperties": false,
    "description": "What a figure stands on: how many sealed sources, statements and records, and whether originals are held."
  },
  "FoundHow": {
    "type": "string",
    "enum": [
      "written",
      "begun",
      "sound",
      "slip"
    ],
    "description": "How a word was found: as it is written, as a beginning, by its sound, or with a slip."
  },
  "GapView": {
    "type": "object",
    "properties": {
      "time": {
        "$ref": "#/components/schemas/TimeView"
      },
      "after": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/NamedView"
          },
          {
            "type": "null"
          }
        ],
        "description": "Who is recorded last before it and first after it."
      },
      "before": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/NamedView"
          },
          {
            "type": "null"
          }
        ]
      },
      "text": {
        "type": "string",
        "description": "\"nobody recorded between … and …\""
      }
    },
    "required": [
      "time",
      "after",
      "before",
      "text"
    ],
    "additionalProperties": false,
    "description": "Days on which nobody is recorded in an office."
  },
  "GradeRecorded": {
    "type": "object",
    "properties": {
      "acts": {
        "type": "array",
        "description": "In the order of the log; none when the change said nothing new.",
        "items": {
          "$ref": "#/components/schemas/ActReceipt"
        }
      },
      "treeSize": {
        "type": "number",
        "description": "Acts in the log after it."
      },
      "root": {
        "type": "string",
        "description": "SHA-256 root over them, as hexadecimal digits."
      },
      "of": {
        "type": "string",
        "description": "The id of what was graded."
      }
    },
    "required": [
      "acts",
      "of",
      "root",
      "treeSize"
    ],
    "additionalProperties": false
  },
  "GradeView": {
    "type": "object",
    "properties": {
      "topic": {
        "type": [
          "string",
          "null"
        ],
        "description": "What it is about; null in general."
      },
      "grade": {
        "type": "string"
      },
      "gradeText": {
        "type": "string"
      },
      "reason": {
        "type": "string"
      },
      "by": {
        "type": "string"
      },
      "on": {
        "type": "string"
      }
    },
    "required": [
      "topic",
      "grade",
      "gradeText",
      "reason",
      "by",
      "on"
    ],
    "additionalProperties": false,
    "description": "A grade of the Admiralty code: A to F of a source or speaker, 1 to 6 of a statement."
  },
  "GradesAnswer": {
    "type": "object",
    "properties": {
      "grades": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/GradeView"
        }
      }
    },
    "required": [
      "grades"
    ],
    "additionalProperties": false
  },
  "HolderView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "person": {
        "$ref": "#/components/schemas/NamedView"
      },
      "certain": {
        "type": "array",
        "description": "Stretches of days on which the person is known to have held the office: drawn solid.",
        "items": {
          "type": "object",
          "properties": {
            "from": {
              "type": "number"
            },
            "to": {
              "type": "number"
            }
          },
          "required": [
            "from",
            "to"
          ],
          "additionalProperties": false
        }
      },
      "assumed": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "from": {
                "type": "number"
              },
              "to": {
                "type": "number"
              }
            },
            "required": [
              "from",
              "to"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ],
        "description": "Days of which that is assumed, since nobody states a break in them nor decided that there was none: drawn hatched."
      },
      "possible": {
        "type": "object",
        "properties": {
          "from": {
            "type": [
              "number",
              "null"
            ]
          },
          "to": {
            "type": [
              "number",
              "null"
            ]
          }
        },
        "required": [
          "from",
          "to"
        ],
        "additionalProperties": false,
        "description": "Days on which the person may have held it; an open end is null: drawn faded."
      },
      "continuity": {
        "type": "string",
        "enum": [
          "stated",
          "assumed",
          "decided",
          "broken"
        ],
        "description": "Whether it was held without a break between the days that are known, and who says so."
      },
      "continuityText": {
        "type": "string"
      },
      "sequenceText": {
        "type": [
          "string",
          "null"
        ],
        "description": "That by the dates as stated the office was left before it was taken; null where that is not so."
      },
      "support": {
        "$ref": "#/components/schemas/SupportView",
        "description": "Independent voices that place the person in the office."
      },
      "ranks": {
        "type": "array",
        "description": "The ranks held in it, each with who says so.",
        "items": {
          "$ref": "#/components/schemas/StatementView"
        }
      },
      "statements": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/StatementView"
        }
      },
      "office": {
        "$ref": "#/components/schemas/NamedView"
      },
      "firstCited": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/TimeView"
          },
          {
            "type": "null"
          }
        ],
        "description": "First and last time of which a source says that the person was in office, and the statement that says it."
      },
      "firstCitedIn": {
        "type": [
          "string",
          "null"
        ]
      },
      "lastCited": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/TimeView"
          },
          {
            "type": "null"
          }
        ]
      },
      "lastCitedIn": {
        "type": [
          "string",
          "null"
        ]
      },
      "tookOffice": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/TimeView"
        }
      },
      "leftOffice": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/TimeView"
        }
      },
      "holding": {
        "type": "string",
        "enum": [
          "certain",
          "assumed",
          "possible",
          "no"
        ]
      }
    },
    "required": [
      "assumed",
      "certain",
      "continuity",
      "continuityText",
      "firstCited",
      "firstCitedIn",
      "holding",
      "id",
      "lastCited",
      "lastCitedIn",
      "leftOffice",
      "office",
      "person",
      "possible",
      "ranks",
      "sequenceText",
      "statements",
      "support",
      "tookOffice"
    ],
    "additionalProperties": false
  },
  "ImageView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "key": {
        "type": [
          "string",
          "null"
        ]
      },
      "subject": {
        "$ref": "#/components/schemas/NamedView"
      },
      "property": {
        "type": "string"
      },
      "propertyText": {
        "type": "string",
        "description": "The property in words."
      },
      "valueText": {
        "type": "string"
      },
      "nameForm": {
        "type": [
          "string",
          "null"
        ],
        "description": "What kind of name, for a name; null otherwise."
      },
      "basis": {
        "type": [
          "string",
          "null"
        ],
        "description": "How the speaker comes to a count, and how sure the speaker is; null where it does not say."
      },
      "certainty": {
        "type": [
          "string",
          "null"
        ]
      },
      "of": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/NamedView"
          },
          {
            "type": "null"
          }
        ],
        "description": "Whom it is of: the holder of a rank, who answered an appeal."
      },
      "category": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/NamedView"
          },
          {
            "type": "null"
          }
        ],
        "description": "The group of signatories that is meant."
      },
      "time": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/TimeView"
          },
          {
            "type": "null"
          }
        ]
      },
      "timeAsWritten": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "text": {
                "type": "string"
              },
              "calendar": {
                "$ref": "#/components/schemas/Calendar"
              },
              "calendarText": {
                "type": "string"
              }
            },
            "required": [
              "text",
              "calendar",
              "calendarText"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ],
        "description": "The words that the time was read from, where the recorder kept them; `calendarText` names their calendar."
      },
      "place": {
        "type": [
          "string",
          "null"
        ]
      },
      "speaker": {
        "$ref": "#/components/schemas/NamedView"
      },
      "chain": {
        "type": "string",
        "enum": [
          "first-hand",
          "second-hand",
          "further"
        ]
      },
      "via": {
        "type": [
          "string",
          "null"
        ]
      },
      "said": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/TimeView"
          },
          {
            "type": "null"
          }
        ],
        "description": "When it was said or written, where that is another time than the one it speaks of."
      },
      "translation": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "text": {
                "type": "string"
              },
              "by": {
                "type": "string"
              },
              "isMachine": {
                "type": "boolean"
              }
            },
            "required": [
              "text",
              "by",
              "isMachine"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ],
        "description": "Of the quote; `isMachine`: by a program, which nobody has to believe."
      },
      "extractedBy": {
        "type": [
          "string",
          "null"
        ],
        "description": "Who or what took it from the source."
      },
      "reviewedBy": {
        "type": [
          "string",
          "null"
        ],
        "description": "Who accepted it; null while nobody has."
      },
      "credibility": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/GradeView"
          },
          {
            "type": "null"
          }
        ],
        "description": "What somebody thinks of it; nothing is computed from it."
      },
      "polarity": {
        "type": "string",
        "enum": [
          "asserts",
          "denies"
        ]
      },
      "standing": {
        "type": "string",
        "enum": [
          "reported",
          "alleged",
          "open"
        ],
        "description": "`alleged` is shown only at the source, with the words of `standingText`."
      },
      "standingText": {
        "type": "string"
      },
      "access": {
        "type": "string",
        "enum": [
          "open",
          "team",
          "restricted",
          "sealed"
        ]
      },
      "status": {
        "type": "string",
        "enum": [
          "draft",
          "accepted",
          "conflict",
          "work-needed",
          "issue",
          "withdrawn"
        ],
        "description": "How far its recorders have come with it; it never says whether the statement is true."
      },
      "statusText": {
        "type": "string"
      },
      "note": {
        "type": [
          "string",
          "null"
        ]
      },
      "source": {
        "$ref": "#/components/schemas/NamedView"
      },
      "at": {
        "$ref": "#/components/schemas/PlaceInSourceView"
      },
      "atText": {
        "type": "string",
        "description": "The place in words; empty for running text."
      },
      "quote": {
        "type": "string",
        "description": "Empty where a picture has no words."
      },
      "seen": {
        "type": [
          "string",
          "null"
        ],
        "description": "What the recorder saw in a region of a picture."
      },
      "sealed": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "fileName": {
                "type": "string"
              },
              "mediaType": {
                "type": "string"
              },
              "sha256": {
                "type": "string"
              },
              "isEncrypted": {
                "type": "boolean"
              }
            },
            "required": [
              "fileName",
              "mediaType",
              "sha256",
              "isEncrypted"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "access",
      "at",
      "atText",
      "basis",
      "category",
      "certainty",
      "chain",
      "credibility",
      "extractedBy",
      "id",
      "key",
      "nameForm",
      "note",
      "of",
      "place",
      "polarity",
      "property",
      "propertyText",
      "quote",
      "reviewedBy",
      "said",
      "sealed",
      "seen",
      "source",
      "speaker",
      "standing",
      "standingText",
      "status",
      "statusText",
      "subject",
      "time",
      "timeAsWritten",
      "translation",
      "valueText",
      "via"
    ],
    "additionalProperties": false,
    "description": "What is seen on an image, and the sealed file that the statement stands in."
  },
  "ImportFaultView": {
    "type": "object",
    "properties": {
      "row": {
        "type": "number"
      },
      "line": {
        "type": "number",
        "description": "The line of the text or the row of the sheet."
      },
      "isRejected": {
        "type": "boolean"
      },
      "code": {
        "type": "string",
        "description": "`intake/what`"
      },
      "text": {
        "type": "string"
      },
      "column": {
        "type": [
          "string",
          "null"
        ],
        "description": "Null where it is about the row as a whole."
      },
      "written": {
        "type": "string",
        "description": "The cell as the file has it; the row's text where it is about the whole row."
      },
      "was": {
        "type": [
          "string",
          "null"
        ],
        "description": "What the file says in that column, letter by letter, where it can be corrected; null elsewhere."
      }
    },
    "required": [
      "row",
      "line",
      "isRejected",
      "code",
      "text",
      "column",
      "written",
      "was"
    ],
    "additionalProperties": false
  },
  "ImportObstacleView": {
    "type": "object",
    "properties": {
      "is": {
        "type": "string",
        "enum": [
          "broken",
          "empty",
          "held",
          "replaces"
        ]
      },
      "count": {
        "type": "number",
        "description": "Rows that cannot be read, rows that were rejected, or records that are there already."
      },
      "holder": {
        "type": [
          "string",
          "null"
        ],
        "description": "The list that holds the name already."
      }
    },
    "required": [
      "is",
      "count",
      "holder"
    ],
    "additionalProperties": false
  },
  "ImportTakenBack": {
    "type": "object",
    "additionalProperties": false,
    "properties": {
      "list": {
        "type": "string"
      },
      "isEarlierStanding": {
        "type": "boolean",
        "description": "Whether an import before it stands again."
      },
      "acts": {
        "type": "array",
        "description": "In the order of the log; none when the change said nothing new.",
        "items": {
          "$ref": "#/components/schemas/ActReceipt"
        }
      },
      "treeSize": {
        "type": "number",
        "description": "Acts in the log after it."
      },
      "root": {
        "type": "string",
        "description": "SHA-256 root over them, as hexadecimal digits."
      }
    },
    "required": [
      "acts",
      "isEarlierStanding",
      "list",
      "root",
      "treeSize"
    ]
  },
  "ImportTrial": {
    "type": "object",
    "properties": {
      "trial": {
        "$ref": "#/components/schemas/ImportTrialView"
      }
    },
    "required": [
      "trial"
    ],
    "additionalProperties": false
  },
  "ImportTrialView": {
    "type": "object",
    "properties": {
      "list": {
        "type": "string"
      },
      "lists": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "records": {
        "type": "number"
      },
      "rejected": {
        "type": "number",
        "description": "Rows that become no record, those that a person left out included."
      },
      "problems": {
        "type": "number",
        "description": "Things to look at in rows that are kept, corrections not counted."
      },
      "notices": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "sample": {
        "type": "array",
        "description": "The first rows as the recipe reads them.",
        "items": {
          "$ref": "#/components/schemas/SampleRowView"
        }
      },
      "faults": {
        "type": "array",
        "description": "Rejected rows and problems in the order of the rows: a page of them.",
        "items": {
          "$ref": "#/components/schemas/ImportFaultView"
        }
      },
      "faultCount": {
        "type": "number"
      },
      "sensitive": {
        "type": "array",
        "description": "Columns that are sealed by default.",
        "items": {
          "type": "object",
          "properties": {
            "column": {
              "type": "string"
            },
            "kind": {
              "type": "string"
            },
            "rows": {
              "type": "number"
            }
          },
          "required": [
            "column",
            "kind",
            "rows"
          ],
          "additionalProperties": false
        }
      },
      "obstacles": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/ImportObstacleView"
        }
      }
    },
    "required": [
      "list",
      "lists",
      "records",
      "rejected",
      "problems",
      "notices",
      "sample",
      "faults",
      "faultCount",
      "sensitive",
      "obstacles"
    ],
    "additionalProperties": false,
    "description": "What a recipe gives; nothing is recorded of it."
  },
  "JobKind": {
    "anyOf": [
      {
        "$ref": "#/components/schemas/StartedKind"
      },
      {
        "type": "string",
        "const": "publish"
      }
    ],
    "description": "publish: a release, which is asked for with what it is to be."
  },
  "JobView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "kind": {
        "$ref": "#/components/schemas/JobKind"
      },
      "state": {
        "type": "string",
        "enum": [
          "running",
          "done",
          "failed",
          "cancelled"
        ]
      },
      "startedAt": {
        "type": "string",
        "description": "ISO times."
      },
      "endedAt": {
        "type": [
          "string",
          "null"
        ]
      },
      "progress": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "step": {
                "type": "string"
              },
              "done": {
                "type": "number"
              },
              "total": {
                "type": [
                  "number",
                  "null"
                ]
              },
              "remainingMs": {
                "type": [
                  "number",
                  "null"
                ],
                "description": "About how long this step still takes; null while unknown."
              }
            },
            "required": [
              "step",
              "done",
              "total",
              "remainingMs"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ],
        "description": "The last that was heard of it; null before the first word."
      },
      "linked": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "records": {
                "type": "number"
              },
              "persons": {
                "type": "number"
              },
              "needsReview": {
                "type": "number"
              },
              "existed": {
                "type": "boolean",
                "description": "Whether these records were linked so before."
              }
            },
            "required": [
              "records",
              "persons",
              "needsReview",
              "existed"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ],
        "description": "Of a link that is done."
      },
      "estimated": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "ids": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "existed": {
                "type": "number"
              }
            },
            "required": [
              "ids",
              "existed"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ],
        "description": "Of estimates that are done: their ids, and how many stood already."
      },
      "published": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/ReleaseMadeView"
          },
          {
            "type": "null"
          }
        ],
        "description": "Of a release that is made."
      },
      "error": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "code": {
                "type": "string"
              },
              "message": {
                "type": "string"
              }
            },
            "required": [
              "code",
              "message"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ],
        "description": "Of one that failed: the code, and what to do."
      }
    },
    "required": [
      "id",
      "kind",
      "state",
      "startedAt",
      "endedAt",
      "progress",
      "linked",
      "estimated",
      "published",
      "error"
    ],
    "additionalProperties": false
  },
  "JobsView": {
    "type": "object",
    "properties": {
      "canStart": {
        "type": "boolean",
        "description": "Whether whoever asks may start any here."
      },
      "jobs": {
        "type": "array",
        "description": "The last ones first; none of before the program was started.",
        "items": {
          "$ref": "#/components/schemas/JobView"
        }
      }
    },
    "required": [
      "canStart",
      "jobs"
    ],
    "additionalProperties": false
  },
  "JudgedPairView": {
    "type": "object",
    "properties": {
      "left": {
        "$ref": "#/components/schemas/JudgedRowView"
      },
      "right": {
        "$ref": "#/components/schemas/JudgedRowView"
      },
      "decision": {
        "type": [
          "string",
          "null"
        ],
        "enum": [
          "same",
          "different",
          "unsure",
          null
        ],
        "description": "What binds the next link; null where reviewers disagree or nothing stands."
      },
      "isDisputed": {
        "type": "boolean"
      },
      "isChanged": {
        "type": "boolean"
      },
      "contradiction": {
        "type": [
          "string",
          "null"
        ],
        "enum": [
          "disputed",
          "same-and-different",
          "against-evidence",
          "changed",
          null
        ],
        "description": "Whether judgements contradict each other or the evidence there, and how."
      },
      "judgements": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/JudgementView"
        }
      }
    },
    "required": [
      "left",
      "right",
      "decision",
      "isDisputed",
      "isChanged",
      "contradiction",
      "judgements"
    ],
    "additionalProperties": false
  },
  "JudgedRowView": {
    "type": "object",
    "properties": {
      "id": {
        "type": [
          "string",
          "null"
        ],
        "description": "The id of the row; null where it cannot be told any more."
      },
      "list": {
        "type": "string"
      },
      "recordId": {
        "type": "string"
      },
      "names": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "row": {
        "type": [
          "number",
          "null"
        ],
        "description": "Of the sealed file, from 1; null where it cannot be told any more, as is the file then."
      },
      "source": {
        "type": [
          "string",
          "null"
        ]
      }
    },
    "required": [
      "id",
      "list",
      "names",
      "recordId",
      "row",
      "source"
    ],
    "additionalProperties": false
  },
  "JudgementRecorded": {
    "type": "object",
    "properties": {
      "acts": {
        "type": "array",
        "description": "In the order of the log; none when the change said nothing new.",
        "items": {
          "$ref": "#/components/schemas/ActReceipt"
        }
      },
      "treeSize": {
        "type": "number",
        "description": "Acts in the log after it."
      },
      "root": {
        "type": "string",
        "description": "SHA-256 root over them, as hexadecimal digits."
      },
      "judgement": {
        "type": "string",
        "description": "The id of its act, by which it is taken back."
      },
      "counts": {
        "type": "boolean",
        "description": "False while nobody vouched for the key of this server: it binds nothing until then."
      },
      "supersedes": {
        "type": [
          "string",
          "null"
        ],
        "description": "The reviewer's earlier judgement that it takes the place of."
      },
      "settles": {
        "type": "array",
        "description": "Judgements of others that it decides between.",
        "items": {
          "type": "string"
        }
      }
    },
    "required": [
      "acts",
      "counts",
      "judgement",
      "root",
      "settles",
      "supersedes",
      "treeSize"
    ],
    "additionalProperties": false
  },
  "JudgementTakenBack": {
    "type": "object",
    "properties": {
      "acts": {
        "type": "array",
        "description": "In the order of the log; none when the change said nothing new.",
        "items": {
          "$ref": "#/components/schemas/ActReceipt"
        }
      },
      "treeSize": {
        "type": "number",
        "description": "Acts in the log after it."
      },
      "root": {
        "type": "string",
        "description": "SHA-256 root over them, as hexadecimal digits."
      },
      "judgement": {
        "type": "string"
      }
    },
    "required": [
      "acts",
      "judgement",
      "root",
      "treeSize"
    ],
    "additionalProperties": false
  },
  "JudgementView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "by": {
        "type": "string"
      },
      "at": {
        "type": "string"
      },
      "answer": {
        "type": "string",
        "enum": [
          "same",
          "different",
          "unsure"
        ]
      },
      "answerText": {
        "type": "string"
      },
      "reason": {
        "type": [
          "string",
          "null"
        ]
      },
      "asked": {
        "type": "string",
        "enum": [
          "contradiction",
          "bridge",
          "band",
          "audit",
          "second",
          "chosen"
        ]
      },
      "isBlind": {
        "type": "boolean"
      },
      "weightBits": {
        "type": [
          "number",
          "null"
        ],
        "description": "The score that was shown, in bits."
      },
      "stands": {
        "type": "boolean",
        "description": "False for what was taken back, superseded by its author, or signed with a key that nobody vouched for."
      },
      "counts": {
        "type": "boolean"
      },
      "undone": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "at": {
                "type": "string"
              },
              "reason": {
                "type": [
                  "string",
                  "null"
                ]
              }
            },
            "required": [
              "at",
              "reason"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ]
      },
      "supersedes": {
        "type": [
          "string",
          "null"
        ]
      },
      "settles": {
        "type": "array",
        "items": {
          "type": "string"
        }
      }
    },
    "required": [
      "id",
      "by",
      "at",
      "answer",
      "answerText",
      "reason",
      "asked",
      "isBlind",
      "weightBits",
      "stands",
      "counts",
      "undone",
      "supersedes",
      "settles"
    ],
    "additionalProperties": false
  },
  "JudgementsView": {
    "type": "object",
    "properties": {
      "pairs": {
        "type": "array",
        "description": "The pair that was judged last comes first.",
        "items": {
          "$ref": "#/components/schemas/JudgedPairView"
        }
      },
      "lost": {
        "type": "array",
        "description": "Judgements that name a row which is gone: they bind nothing.",
        "items": {
          "$ref": "#/components/schemas/JudgedPairView"
        }
      }
    },
    "required": [
      "pairs",
      "lost"
    ],
    "additionalProperties": false
  },
  "LandControlView": {
    "type": "object",
    "properties": {
      "by": {
        "$ref": "#/components/schemas/NamedView"
      },
      "control": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Control"
          },
          {
            "type": "null"
          }
        ],
        "description": "For the day asked about; null where none is."
      },
      "controlText": {
        "type": [
          "string",
          "null"
        ]
      },
      "times": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/TimeView"
        }
      },
      "statements": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/StatementView"
        }
      }
    },
    "required": [
      "by",
      "control",
      "controlText",
      "times",
      "statements"
    ],
    "additionalProperties": false
  },
  "Language": {
    "type": "string",
    "enum": [
      "en",
      "fa"
    ],
    "description": "Message files: every word a person reads, by language, with typed keys and parameters."
  },
  "LastJudgementView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "answerText": {
        "type": "string"
      },
      "left": {
        "$ref": "#/components/schemas/RecordAddressView"
      },
      "right": {
        "$ref": "#/components/schemas/RecordAddressView"
      },
      "others": {
        "type": "number",
        "description": "How many other judgements are taken back with it: those of one decision about whole persons."
      }
    },
    "required": [
      "id",
      "answerText",
      "left",
      "right",
      "others"
    ],
    "additionalProperties": false
  },
  "LastPersonDecisionView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string",
        "description": "Of one of its judgements, by which the decision is taken back."
      },
      "did": {
        "type": "string",
        "enum": [
          "split",
          "joined",
          "kept"
        ]
      },
      "didText": {
        "type": "string"
      },
      "row": {
        "type": [
          "string",
          "null"
        ],
        "description": "The id of a row of it, by which the person is found again; null where it can be told no more."
      },
      "names": {
        "type": "array",
        "items": {
          "type": "string"
        }
      }
    },
    "required": [
      "id",
      "did",
      "didText",
      "row",
      "names"
    ],
    "additionalProperties": false
  },
  "LifeBounds": {
    "type": "object",
    "properties": {
      "certain": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "from": {
                "type": "number"
              },
              "to": {
                "type": "number"
              }
            },
            "required": [
              "from",
              "to"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ],
        "description": "Days on all of which the person lived; null where the moments leave none."
      },
      "possible": {
        "type": "object",
        "properties": {
          "from": {
            "type": [
              "number",
              "null"
            ]
          },
          "to": {
            "type": [
              "number",
              "null"
            ]
          }
        },
        "required": [
          "from",
          "to"
        ],
        "additionalProperties": false,
        "description": "Days beyond which the person did not live; null where nothing says."
      }
    },
    "required": [
      "certain",
      "possible"
    ],
    "additionalProperties": false
  },
  "LifeMoment": {
    "type": "string",
    "enum": [
      "birth",
      "arrest",
      "abduction",
      "lastSeen",
      "death"
    ]
  },
  "LifeMomentView": {
    "type": "object",
    "properties": {
      "moment": {
        "$ref": "#/components/schemas/LifeMoment"
      },
      "label": {
        "type": "string"
      },
      "origin": {
        "type": "string",
        "description": "Under which the origin of the value is asked for."
      },
      "time": {
        "$ref": "#/components/schemas/TimeView"
      },
      "records": {
        "type": "number",
        "description": "How many rows give it."
      }
    },
    "required": [
      "moment",
      "label",
      "origin",
      "time",
      "records"
    ],
    "additionalProperties": false
  },
  "LifeView": {
    "type": "object",
    "properties": {
      "moments": {
        "type": "array",
        "description": "Each moment as each row gives it that has a day at one end at least: several of one moment contradict each other.",
        "items": {
          "$ref": "#/components/schemas/LifeMomentView"
        }
      },
      "undated": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/LifeMomentView"
        }
      },
      "bounds": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/LifeBounds"
          },
          {
            "type": "null"
          }
        ],
        "description": "Null where nothing is dated."
      }
    },
    "required": [
      "moments",
      "undated",
      "bounds"
    ],
    "additionalProperties": false,
    "description": "The life of a person as the rows of lists date it."
  },
  "LinkCutsView": {
    "type": "object",
    "properties": {
      "cuts": {
        "type": "array",
        "description": "The lowest first; empty where nothing is linked, or the recorded pairs do not tell.",
        "items": {
          "type": "object",
          "properties": {
            "probability": {
              "type": "number"
            },
            "bits": {
              "type": "number",
              "description": "The same as match weight."
            },
            "isOwn": {
              "type": "boolean",
              "description": "Whether it is the cut of the recorded link."
            },
            "persons": {
              "type": "number"
            },
            "several": {
              "type": "number",
              "description": "Those of them who stand on more than one list."
            },
            "lowerBound": {
              "anyOf": [
                {
                  "$ref": "#/components/schemas/BoundOfPersons"
                },
                {
                  "type": "null"
                }
              ],
              "description": "Chao's lower bound over the lists of the recorded estimate, counted at this cut; null where none is recorded."
            }
          },
          "required": [
            "probability",
            "bits",
            "isOwn",
            "persons",
            "several",
            "lowerBound"
          ],
          "additionalProperties": false
        }
      },
      "likely": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/OutlookLikelyView"
          },
          {
            "type": "null"
          }
        ],
        "description": "The number without any cut, each doubtful link as likely as it is; null where the link did not count that."
      }
    },
    "required": [
      "cuts",
      "likely"
    ],
    "additionalProperties": false,
    "description": "How many persons the lists document if the machine linked from another match probability on."
  },
  "LinkDoubtView": {
    "type": "object",
    "properties": {
      "estimate": {
        "type": "number"
      },
      "low": {
        "type": "number",
        "description": "The middle 95 % of the draws."
      },
      "high": {
        "type": "number"
      },
      "text": {
        "type": "string",
        "description": "In words: the interval, and what it covers and does not."
      }
    },
    "required": [
      "estimate",
      "low",
      "high",
      "text"
    ],
    "additionalProperties": false,
    "description": "The count of persons with links as likely as they are."
  },
  "LinkageOfEstimateView": {
    "type": "object",
    "properties": {
      "partitions": {
        "type": "number"
      },
      "counted": {
        "type": "array",
        "minItems": 2,
        "maxItems": 2,
        "items": {
          "type": "number"
        }
      },
      "method": {
        "type": [
          "string",
          "null"
        ]
      },
      "point": {
        "type": [
          "number",
          "null"
        ]
      },
      "interval": {
        "anyOf": [
          {
            "type": "array",
            "minItems": 2,
            "maxItems": 2,
            "items": {
              "type": "number"
            }
          },
          {
            "type": "null"
          }
        ]
      },
      "linkageShare": {
        "type": [
          "number",
          "null"
        ],
        "description": "Part of the variance that comes from how records were linked, 0 to 1."
      },
      "text": {
        "type": "string",
        "description": "The same in words."
      }
    },
    "required": [
      "partitions",
      "counted",
      "method",
      "point",
      "interval",
      "linkageShare",
      "text"
    ],
    "additionalProperties": false,
    "description": "What the partitions of the link say of one estimate; numbers are null where none could be given."
  },
  "ListImportedView": {
    "type": "object",
    "properties": {
      "list": {
        "type": "string"
      },
      "existed": {
        "type": "boolean",
        "description": "True when this very file was imported by this very recipe before: nothing changed."
      },
      "records": {
        "type": "number"
      },
      "rejected": {
        "type": "number"
      },
      "problems": {
        "type": "number"
      },
      "corrected": {
        "type": "number"
      },
      "release": {
        "type": "number",
        "description": "1 for a first release."
      }
    },
    "required": [
      "list",
      "existed",
      "records",
      "rejected",
      "problems",
      "corrected",
      "release"
    ],
    "additionalProperties": false,
    "description": "A list as it was imported."
  },
  "ListProvenanceView": {
    "type": "object",
    "properties": {
      "list": {
        "$ref": "#/components/schemas/NamedView"
      },
      "drawsOn": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/SpokenOf"
        }
      },
      "referredFrom": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/SpokenOf"
        }
      },
      "covers": {
        "type": [
          "string",
          "null"
        ]
      },
      "scope": {
        "type": [
          "string",
          "null"
        ]
      },
      "couldNotRecord": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "why": {
        "type": "string"
      },
      "source": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/SpokenOf"
          },
          {
            "type": "null"
          }
        ]
      },
      "from": {
        "type": "string",
        "enum": [
          "recipe",
          "person"
        ],
        "description": "A recipe that was read with the list, or a person."
      },
      "by": {
        "type": "string"
      },
      "on": {
        "type": "string"
      },
      "act": {
        "type": "string",
        "description": "The id of the act that says so."
      }
    },
    "required": [
      "list",
      "drawsOn",
      "referredFrom",
      "covers",
      "scope",
      "couldNotRecord",
      "why",
      "source",
      "from",
      "by",
      "on",
      "act"
    ],
    "additionalProperties": false
  },
  "ListRecipeView": {
    "type": "object",
    "properties": {
      "encoding": {
        "type": "string"
      },
      "delimiter": {
        "type": "string"
      },
      "neutralized": {
        "type": "boolean",
        "const": true
      },
      "sheet": {
        "type": [
          "string",
          "number"
        ]
      },
      "headingRow": {
        "type": "number"
      },
      "id": {
        "type": "string"
      },
      "listColumn": {
        "type": "string"
      },
      "of": {
        "type": "string",
        "enum": [
          "persons",
          "sites",
          "recommendations",
          "roll-calls",
          "votes"
        ]
      },
      "body": {
        "type": "string"
      },
      "concerns": {
        "type": "object",
        "properties": {
          "columns": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "words": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        },
        "required": [
          "columns",
          "words"
        ],
        "additionalProperties": false
      },
      "fields": {
        "type": "object",
        "additionalProperties": {
          "$ref": "#/components/schemas/FieldRecipeView"
        }
      }
    },
    "required": [
      "of",
      "fields"
    ],
    "additionalProperties": false,
    "description": "A list of a recipe, without what belongs to one file alone."
  },
  "ListReleasesView": {
    "type": "object",
    "properties": {
      "name": {
        "type": "string"
      },
      "lists": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "releases": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/ReleaseView"
        }
      }
    },
    "required": [
      "name",
      "lists",
      "releases"
    ],
    "additionalProperties": false
  },
  "LockedCase": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "isClosed": {
        "type": "boolean",
        "description": "Whether everything in it is encrypted, its name included; else it holds something that is."
      }
    },
    "required": [
      "id",
      "isClosed"
    ],
    "additionalProperties": false
  },
  "MarkedText": {
    "type": "object",
    "properties": {
      "text": {
        "type": "string"
      },
      "marks": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "start": {
              "type": "number"
            },
            "end": {
              "type": "number"
            },
            "how": {
              "$ref": "#/components/schemas/FoundHow"
            }
          },
          "required": [
            "start",
            "end",
            "how"
          ],
          "additionalProperties": false
        }
      }
    },
    "required": [
      "text",
      "marks"
    ],
    "additionalProperties": false,
    "description": "A text and where in it stands what was asked for, in UTF-16 offsets."
  },
  "MentionRecorded": {
    "type": "object",
    "properties": {
      "acts": {
        "type": "array",
        "description": "In the order of the log; none when the change said nothing new.",
        "items": {
          "$ref": "#/components/schemas/ActReceipt"
        }
      },
      "treeSize": {
        "type": "number",
        "description": "Acts in the log after it."
      },
      "root": {
        "type": "string",
        "description": "SHA-256 root over them, as hexadecimal digits."
      },
      "mention": {
        "type": "string"
      },
      "as": {
        "type": [
          "string",
          "null"
        ],
        "description": "Null for one that is open again."
      }
    },
    "required": [
      "acts",
      "as",
      "mention",
      "root",
      "treeSize"
    ],
    "additionalProperties": false
  },
  "MentionView": {
    "type": "object",
    "properties": {
      "mention": {
        "$ref": "#/components/schemas/NamedView"
      },
      "as": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/NamedView"
          },
          {
            "type": "null"
          }
        ],
        "description": "Null while nobody has decided who it is."
      },
      "reason": {
        "type": [
          "string",
          "null"
        ]
      },
      "by": {
        "type": [
          "string",
          "null"
        ]
      },
      "statements": {
        "type": "number"
      }
    },
    "required": [
      "mention",
      "as",
      "reason",
      "by",
      "statements"
    ],
    "additionalProperties": false
  },
  "MentionsAnswer": {
    "type": "object",
    "properties": {
      "mentions": {
        "type": "array",
        "description": "The undecided ones first.",
        "items": {
          "$ref": "#/components/schemas/MentionView"
        }
      }
    },
    "required": [
      "mentions"
    ],
    "additionalProperties": false
  },
  "NamedView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "name": {
        "type": "string"
      }
    },
    "required": [
      "id",
      "name"
    ],
    "additionalProperties": false
  },
  "Namesake": {
    "type": "object",
    "properties": {
      "shown": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "name": {
            "type": "string"
          },
          "of": {
            "type": "string",
            "description": "A row as `LIST:ID`; of whom statements speak, the id."
          },
          "id": {
            "type": "string",
            "description": "The person of the row; the same as `of` where there is none."
          }
        },
        "required": [
          "id",
          "name",
          "of"
        ],
        "description": "The name is one that goes out."
      },
      "hidden": {
        "type": "object",
        "properties": {
          "of": {
            "type": "string",
            "description": "A row as `LIST:ID`; of whom statements speak, the id."
          },
          "id": {
            "type": "string",
            "description": "The person of the row; the same as `of` where there is none."
          }
        },
        "required": [
          "of",
          "id"
        ],
        "additionalProperties": false,
        "description": "The first of those who bear it and do not go out; their name is left out here."
      },
      "more": {
        "type": "number",
        "description": "How many more there are."
      }
    },
    "required": [
      "shown",
      "hidden",
      "more"
    ],
    "additionalProperties": false,
    "description": "Whoever goes out under a name that must not."
  },
  "NewsView": {
    "type": "object",
    "properties": {
      "since": {
        "type": "string",
        "description": "ISO time from which acts count as new."
      },
      "acts": {
        "type": "number",
        "description": "Acts since then; of very many only the last are looked at."
      },
      "isAll": {
        "type": "boolean"
      },
      "kinds": {
        "type": "array",
        "description": "The kinds of these acts, those of which there are most first.",
        "items": {
          "type": "object",
          "properties": {
            "kind": {
              "type": "string"
            },
            "text": {
              "type": "string"
            },
            "count": {
              "type": "number"
            },
            "by": {
              "type": "array",
              "description": "Who recorded them.",
              "items": {
                "type": "string"
              }
            },
            "last": {
              "type": "string",
              "description": "ISO time of the last."
            }
          },
          "required": [
            "kind",
            "text",
            "count",
            "by",
            "last"
          ],
          "additionalProperties": false
        }
      }
    },
    "required": [
      "since",
      "acts",
      "isAll",
      "kinds"
    ],
    "additionalProperties": false
  },
  "OfficesView": {
    "type": "object",
    "properties": {
      "lanes": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "office": {
              "$ref": "#/components/schemas/NamedView"
            },
            "postings": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/PostingView"
              }
            }
          },
          "required": [
            "office",
            "postings"
          ],
          "additionalProperties": false
        }
      },
      "appeals": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/AppealView"
        }
      }
    },
    "required": [
      "lanes",
      "appeals"
    ],
    "additionalProperties": false
  },
  "OpenApiDocument": {
    "type": "object",
    "properties": {
      "openapi": {
        "type": "string"
      },
      "info": {
        "type": "object"
      },
      "servers": {
        "type": "array",
        "items": {
          "type": "object"
        }
      },
      "tags": {
        "type": "array",
        "items": {
          "type": "object"
        }
      },
      "paths": {
        "type": "object",
        "additionalProperties": {
          "type": "object"
        }
      },
      "components": {
        "type": "object"
      }
    },
    "required": [
      "openapi",
      "info",
      "servers",
      "tags",
      "paths",
      "components"
    ],
    "additionalProperties": false,
    "description": "An OpenAPI document, version 3.1."
  },
  "OriginActView": {
    "type": "object",
    "properties": {
      "by": {
        "type": "string"
      },
      "on": {
        "type": "string",
        "description": "A day in two calendars."
      },
      "leafIndex": {
        "type": "number"
      }
    },
    "required": [
      "by",
      "on",
      "leafIndex"
    ],
    "additionalProperties": false
  },
  "OriginCellView": {
    "type": "object",
    "properties": {
      "field": {
        "type": "string"
      },
      "label": {
        "type": "string"
      },
      "raw": {
        "type": "string"
      },
      "rule": {
        "type": "string"
      }
    },
    "required": [
      "field",
      "label",
      "raw",
      "rule"
    ],
    "additionalProperties": false
  },
  "OriginFileView": {
    "type": "object",
    "properties": {
      "text": {
        "type": "string"
      },
      "sha256": {
        "type": "string"
      },
      "footnote": {
        "type": "string"
      }
    },
    "required": [
      "text",
      "sha256",
      "footnote"
    ],
    "additionalProperties": false
  },
  "OriginNoteView": {
    "type": "object",
    "properties": {
      "statement": {
        "$ref": "#/components/schemas/StatementView"
      },
      "sourceKey": {
        "type": "string"
      },
      "sha256": {
        "type": "string"
      },
      "recorded": {
        "$ref": "#/components/schemas/OriginActView",
        "description": "The act that records the statement."
      },
      "sealed": {
        "$ref": "#/components/schemas/OriginActView",
        "description": "The act that sealed its source."
      },
      "footnote": {
        "type": [
          "string",
          "null"
        ],
        "description": "Speaker, words, source, hash, act, and how to verify it, in one line; null for what must not leave the case."
      }
    },
    "required": [
      "statement",
      "sourceKey",
      "sha256",
      "recorded",
      "sealed",
      "footnote"
    ],
    "additionalProperties": false
  },
  "OriginRowView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string",
        "description": "Of the record."
      },
      "list": {
        "$ref": "#/components/schemas/NamedView"
      },
      "row": {
        "type": "number",
        "description": "Data rows are counted from 1."
      },
      "source": {
        "$ref": "#/components/schemas/NamedView",
        "description": "The sealed file."
      },
      "sha256": {
        "type": "string"
      },
      "recipeSha256": {
        "type": "string",
        "description": "By which the columns were read."
      },
      "cells": {
        "type": "array",
        "description": "What was read of it, as it stands in the file, and by which rule of the recipe.",
        "items": {
          "$ref": "#/components/schemas/OriginCellView"
        }
      },
      "imported": {
        "$ref": "#/components/schemas/OriginActView",
        "description": "The act of the import."
      },
      "sealed": {
        "$ref": "#/components/schemas/OriginActView",
        "description": "The act that sealed the file."
      },
      "footnote": {
        "type": "string",
        "description": "List, row, file, hash, act, and how to verify it, in one line. It says nothing of what stands in the row."
      }
    },
    "required": [
      "id",
      "list",
      "row",
      "source",
      "sha256",
      "recipeSha256",
      "cells",
      "imported",
      "sealed",
      "footnote"
    ],
    "additionalProperties": false
  },
  "OriginView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "trace": {
        "type": "string",
        "description": "Of what the whole lineage is asked for: the thing itself, or the person whose value it is."
      },
      "label": {
        "type": "string"
      },
      "rule": {
        "type": "string",
        "description": "How it comes of what it rests on, in words."
      },
      "notes": {
        "type": "array",
        "description": "The statements that it rests on.",
        "items": {
          "$ref": "#/components/schemas/OriginNoteView"
        }
      },
      "rows": {
        "type": "array",
        "description": "The rows of lists that it stands in; of a field of a person those that give the value.",
        "items": {
          "$ref": "#/components/schemas/OriginRowView"
        }
      },
      "more": {
        "type": "number",
        "description": "How many more statements and rows there are."
      },
      "files": {
        "type": "array",
        "description": "Sealed files that it rests on as a whole: lists, links, reports.",
        "items": {
          "$ref": "#/components/schemas/OriginFileView"
        }
      },
      "acts": {
        "type": "array",
        "description": "Acts that it rests on beside those of statements and rows: imports, links, estimates; the last first.",
        "items": {
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "what": {
              "type": "string"
            },
            "by": {
              "type": "string"
            },
            "on": {
              "type": "string",
              "description": "A day in two calendars."
            },
            "leafIndex": {
              "type": "number"
            }
          },
          "required": [
            "by",
            "leafIndex",
            "on",
            "what"
          ]
        }
      },
      "verified": {
        "type": "boolean",
        "description": "Nothing of it has changed since it was sealed, checked now. Says nothing about truth."
      },
      "treeSize": {
        "type": "number"
      },
      "root": {
        "type": "string"
      }
    },
    "required": [
      "id",
      "trace",
      "label",
      "rule",
      "notes",
      "rows",
      "more",
      "files",
      "acts",
      "verified",
      "treeSize",
      "root"
    ],
    "additionalProperties": false
  },
  "OutlineView": {
    "type": "object",
    "properties": {
      "ring": {
        "type": "array",
        "description": "[longitude, latitude], the first again at the end, as GeoJSON writes it.",
        "items": {
          "type": "array",
          "minItems": 2,
          "maxItems": 2,
          "items": {
            "type": "number"
          }
        }
      },
      "accuracyM": {
        "type": "number"
      },
      "from": {
        "type": "string"
      },
      "statement": {
        "type": "string"
      }
    },
    "required": [
      "ring",
      "accuracyM",
      "from",
      "statement"
    ],
    "additionalProperties": false
  },
  "OutlookFigureView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "label": {
        "type": "string"
      },
      "now": {
        "type": "number",
        "description": "As it is documented now."
      },
      "asLeft": {
        "type": "number",
        "description": "With what people said already, and what waits left as the link has it."
      },
      "allSame": {
        "type": "number",
        "description": "If each pair that waits were one person, and if none were."
      },
      "allDifferent": {
        "type": "number"
      }
    },
    "required": [
      "id",
      "label",
      "now",
      "asLeft",
      "allSame",
      "allDifferent"
    ],
    "additionalProperties": false
  },
  "OutlookLikelyView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string",
        "description": "Of a figure: it can be followed."
      },
      "label": {
        "type": "string"
      },
      "value": {
        "type": "number"
      },
      "low": {
        "type": "number",
        "description": "95 %."
      },
      "high": {
        "type": "number"
      }
    },
    "required": [
      "id",
      "label",
      "value",
      "low",
      "high"
    ],
    "additionalProperties": false
  },
  "PageMarkView": {
    "type": "object",
    "properties": {
      "statement": {
        "type": "string"
      },
      "start": {
        "type": "number"
      },
      "end": {
        "type": "number"
      }
    },
    "required": [
      "statement",
      "start",
      "end"
    ],
    "additionalProperties": false,
    "description": "Where a statement stands among the words of a page: code points."
  },
  "PageView": {
    "type": "object",
    "properties": {
      "page": {
        "type": "number",
        "description": "Counted from 1 in the order of the file."
      },
      "pages": {
        "type": "number",
        "description": "How many there are; 0 for a source that has none, or that may not be read."
      },
      "text": {
        "type": [
          "string",
          "null"
        ],
        "description": "In the order of reading; null where the page holds no words."
      },
      "why": {
        "type": [
          "string",
          "null"
        ],
        "description": "Why the file is not opened, with the remedy; null for most."
      },
      "marks": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/PageMarkView"
        }
      }
    },
    "required": [
      "page",
      "pages",
      "text",
      "why",
      "marks"
    ],
    "additionalProperties": false,
    "description": "The words of one page as its file holds them, which may be others than its picture shows."
  },
  "PassageView": {
    "type": "object",
    "properties": {
      "statement": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "key": {
            "type": [
              "string",
              "null"
            ]
          },
          "subject": {
            "$ref": "#/components/schemas/NamedView"
          },
          "propertyText": {
            "type": "string",
            "description": "The property in words."
          },
          "valueText": {
            "type": "string"
          },
          "standing": {
            "type": "string",
            "enum": [
              "reported",
              "alleged",
              "open"
            ],
            "description": "`alleged` is shown only at the source, with the words of `standingText`."
          },
          "standingText": {
            "type": "string"
          },
          "at": {
            "$ref": "#/components/schemas/PlaceInSourceView"
          },
          "atText": {
            "type": "string",
            "description": "The place in words; empty for running text."
          },
          "quote": {
            "type": "string",
            "description": "Empty where a picture has no words."
          },
          "seen": {
            "type": [
              "string",
              "null"
            ],
            "description": "What the recorder saw in a region of a picture."
          }
        },
        "required": [
          "id",
          "key",
          "subject",
          "propertyText",
          "valueText",
          "standing",
          "standingText",
          "at",
          "atText",
          "quote",
          "seen"
        ],
        "additionalProperties": false,
        "description": "An allegation stands here too, as at its source, with its label."
      },
      "selectors": {
        "type": "array",
        "description": "Each of them names the place by itself.",
        "items": {
          "$ref": "#/components/schemas/SelectorView"
        }
      },
      "refound": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/RefoundView"
          },
          {
            "type": "null"
          }
        ],
        "description": "In the other copy; null when none was given."
      }
    },
    "required": [
      "statement",
      "selectors",
      "refound"
    ],
    "additionalProperties": false
  },
  "PassagesView": {
    "type": "object",
    "properties": {
      "source": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "key": {
            "type": [
              "string",
              "null"
            ]
          },
          "title": {
            "type": "string"
          }
        },
        "required": [
          "id",
          "key",
          "title"
        ],
        "additionalProperties": false
      },
      "passages": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/PassageView"
        }
      },
      "counts": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "in-place": {
                "type": "number"
              },
              "moved": {
                "type": "number"
              },
              "respaced": {
                "type": "number"
              },
              "ambiguous": {
                "type": "number"
              },
              "lost": {
                "type": "number"
              },
              "by-eye": {
                "type": "number"
              }
            },
            "required": [
              "in-place",
              "moved",
              "respaced",
              "ambiguous",
              "lost",
              "by-eye"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ],
        "description": "How many passages have each outcome; null when no other copy was given."
      }
    },
    "required": [
      "source",
      "passages",
      "counts"
    ],
    "additionalProperties": false
  },
  "PeopleView": {
    "type": "object",
    "properties": {
      "total": {
        "type": "number"
      },
      "matching": {
        "type": "number"
      },
      "offset": {
        "type": "number"
      },
      "people": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/PersonSummaryView"
        }
      },
      "doubt": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/LinkDoubtView"
          },
          {
            "type": "null"
          }
        ]
      },
      "facets": {
        "type": "object",
        "properties": {
          "list": {
            "$ref": "#/components/schemas/SearchFacetView"
          },
          "lists": {
            "$ref": "#/components/schemas/SearchFacetView"
          },
          "place": {
            "$ref": "#/components/schemas/SearchFacetView"
          },
          "year": {
            "$ref": "#/components/schemas/SearchFacetView"
          },
          "solar-year": {
            "$ref": "#/components/schemas/SearchFacetView"
          },
          "contradiction": {
            "$ref": "#/components/schemas/SearchFacetView"
          },
          "unsaid": {
            "$ref": "#/components/schemas/SearchFacetView"
          }
        },
        "required": [
          "list",
          "lists",
          "place",
          "year",
          "solar-year",
          "contradiction",
          "unsaid"
        ],
        "additionalProperties": false,
        "description": "The persons that fit, counted by what the lists say of them."
      },
      "lists": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "list": {
              "type": "string"
            },
            "records": {
              "type": "number"
            }
          },
          "required": [
            "list",
            "records"
          ],
          "additionalProperties": false
        }
      }
    },
    "required": [
      "total",
      "matching",
      "offset",
      "people",
      "doubt",
      "facets",
      "lists"
    ],
    "additionalProperties": false
  },
  "PersonCheckView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "names": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "rank": {
        "type": [
          "number",
          "null"
        ],
        "description": "Its place among those that are shown, from 1; null where it was asked for by name."
      },
      "state": {
        "type": "string",
        "enum": [
          "open",
          "kept",
          "parted",
          "joined"
        ]
      },
      "stateText": {
        "type": "string"
      },
      "contradictions": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/PersonContradictionView"
        }
      },
      "weakestBits": {
        "type": [
          "number",
          "null"
        ],
        "description": "The link without which it would fall apart most easily; null where none was scored."
      },
      "columns": {
        "type": "array",
        "description": "What its rows say, names first, then what contradicts.",
        "items": {
          "type": "object",
          "properties": {
            "field": {
              "type": "string"
            },
            "label": {
              "type": "string"
            },
            "isContradicted": {
              "type": "boolean"
            }
          },
          "required": [
            "field",
            "label",
            "isContradicted"
          ],
          "additionalProperties": false
        }
      },
      "rows": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/CheckedRowView"
        }
      },
      "said": {
        "type": "array",
        "description": "What stands of what people said of two of its rows.",
        "items": {
          "$ref": "#/components/schemas/SaidOfRowsView"
        }
      }
    },
    "required": [
      "id",
      "names",
      "rank",
      "state",
      "stateText",
      "contradictions",
      "weakestBits",
      "columns",
      "rows",
      "said"
    ],
    "additionalProperties": false
  },
  "PersonChecksView": {
    "type": "object",
    "properties": {
      "isLinked": {
        "type": "boolean",
        "description": "False while nothing is linked: then there is nobody to look at."
      },
      "personLists": {
        "type": "number",
        "description": "Imported lists of persons: what a link is made of. Without any, none can be made."
      },
      "reviewer": {
        "type": "string",
        "description": "Who asks."
      },
      "counts": {
        "$ref": "#/components/schemas/PersonCountsView"
      },
      "sinceLink": {
        "type": "number",
        "description": "Pairs whose judgement the recorded link has not heard of yet: link again."
      },
      "lastMine": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/LastPersonDecisionView"
          },
          {
            "type": "null"
          }
        ],
        "description": "The last decision of whoever asks about whole persons that stands: the one to take back first."
      },
      "shown": {
        "$ref": "#/components/schemas/ShownPersons"
      },
      "total": {
        "type": "number",
        "description": "How many are shown of all pages, and how many stand before this page."
      },
      "offset": {
        "type": "number"
      },
      "persons": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/PersonCheckView"
        }
      },
      "named": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/PersonCheckView"
          },
          {
            "type": "null"
          }
        ],
        "description": "The person that was asked for by name, one of a single row too; null where the link knows none."
      }
    },
    "required": [
      "isLinked",
      "personLists",
      "reviewer",
      "counts",
      "sinceLink",
      "lastMine",
      "shown",
      "total",
      "offset",
      "persons",
      "named"
    ],
    "additionalProperties": false
  },
  "PersonContradictionKind": {
    "type": "string",
    "enum": [
      "one-list",
      "disputed",
      "date",
      "birth",
      "place",
      "sex",
      "father"
    ]
  },
  "PersonContradictionView": {
    "type": "object",
    "properties": {
      "kind": {
        "$ref": "#/components/schemas/PersonContradictionKind"
      },
      "field": {
        "type": [
          "string",
          "null"
        ],
        "description": "The field in which rows differ; null where it is not what a field says."
      },
      "text": {
        "type": "string"
      }
    },
    "required": [
      "kind",
      "field",
      "text"
    ],
    "additionalProperties": false
  },
  "PersonCountsView": {
    "type": "object",
    "properties": {
      "persons": {
        "type": "number",
        "description": "Persons of several rows."
      },
      "decided": {
        "type": "number",
        "description": "Looked at: found right, parted, or joined with another one."
      },
      "waiting": {
        "type": "number",
        "description": "Of those, parted or joined: the next link heeds it."
      },
      "contradicted": {
        "type": "number",
        "description": "Not looked at and with a contradiction."
      },
      "kinds": {
        "type": "array",
        "description": "The same by kind, the worst first; one person may be of several.",
        "items": {
          "type": "object",
          "properties": {
            "kind": {
              "$ref": "#/components/schemas/PersonContradictionKind"
            },
            "text": {
              "type": "string"
            },
            "persons": {
              "type": "number"
            }
          },
          "required": [
            "kind",
            "text",
            "persons"
          ],
          "additionalProperties": false
        }
      }
    },
    "required": [
      "persons",
      "decided",
      "waiting",
      "contradicted",
      "kinds"
    ],
    "additionalProperties": false
  },
  "PersonDecisionRecorded": {
    "type": "object",
    "properties": {
      "acts": {
        "type": "array",
        "description": "In the order of the log; none when the change said nothing new.",
        "items": {
          "$ref": "#/components/schemas/ActReceipt"
        }
      },
      "treeSize": {
        "type": "number",
        "description": "Acts in the log after it."
      },
      "root": {
        "type": "string",
        "description": "SHA-256 root over them, as hexadecimal digits."
      },
      "judgements": {
        "type": "array",
        "description": "The ids of its judgements; any of them takes the whole decision back.",
        "items": {
          "type": "string"
        }
      },
      "counts": {
        "type": "boolean",
        "description": "False while nobody vouched for the key of this server: it binds nothing until then."
      }
    },
    "required": [
      "acts",
      "counts",
      "judgements",
      "root",
      "treeSize"
    ],
    "additionalProperties": false
  },
  "PersonPreviewView": {
    "type": "object",
    "properties": {
      "did": {
        "type": "string",
        "enum": [
          "split",
          "joined"
        ]
      },
      "leaving": {
        "type": "number",
        "description": "Rows that leave the person."
      },
      "personsBefore": {
        "type": "number",
        "description": "Persons as the link has them, and as the rows would be by the recorded scores."
      },
      "personsAfter": {
        "type": "number"
      },
      "figures": {
        "type": "array",
        "description": "Figures of the case that would be others once the lists are linked again.",
        "items": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string"
            },
            "label": {
              "type": "string"
            },
            "before": {
              "type": "number"
            },
            "after": {
              "type": "number"
            }
          },
          "required": [
            "id",
            "label",
            "before",
            "after"
          ],
          "additionalProperties": false
        }
      },
      "judged": {
        "type": "array",
        "description": "Pairs that would be judged, with the score of each in bits.",
        "items": {
          "type": "object",
          "properties": {
            "left": {
              "$ref": "#/components/schemas/RecordAddressView"
            },
            "right": {
              "$ref": "#/components/schemas/RecordAddressView"
            },
            "answer": {
              "type": "string",
              "enum": [
                "same",
                "different",
                "unsure"
              ]
            },
            "weightBits": {
              "type": [
                "number",
                "null"
              ]
            }
          },
          "required": [
            "left",
            "right",
            "answer",
            "weightBits"
          ],
          "additionalProperties": false
        }
      },
      "against": {
        "type": "array",
        "description": "Earlier judgements that say otherwise, and what becomes of each.",
        "items": {
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "becomes": {
              "type": "string",
              "enum": [
                "superseded",
                "disputed",
                "joins"
              ]
            },
            "becomesText": {
              "type": "string"
            },
            "left": {
              "$ref": "#/components/schemas/RecordAddressView"
            },
            "right": {
              "$ref": "#/components/schemas/RecordAddressView"
            },
            "judgement": {
              "$ref": "#/components/schemas/JudgementView"
            }
          },
          "required": [
            "becomes",
            "becomesText",
            "judgement",
            "left",
            "right"
          ]
        }
      },
      "forbidding": {
        "type": "array",
        "description": "Judgements that two of them are two persons: while one stands they are not joined.",
        "items": {
          "$ref": "#/components/schemas/SaidOfRowsView"
        }
      },
      "needsReason": {
        "type": "boolean"
      },
      "contradictions": {
        "type": "array",
        "description": "What would contradict in the person that is joined; none where one is parted.",
        "items": {
          "$ref": "#/components/schemas/PersonContradictionView"
        }
      },
      "other": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/PersonCheckView"
          },
          {
            "type": "null"
          }
        ],
        "description": "The person that is joined; null where one is parted."
      }
    },
    "required": [
      "did",
      "leaving",
      "personsBefore",
      "personsAfter",
      "figures",
      "judged",
      "against",
      "forbidding",
      "needsReason",
      "contradictions",
      "other"
    ],
    "additionalProperties": false,
    "description": "What a decision would record and change. Nothing is recorded by asking."
  },
  "PersonSummaryView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "names": {
        "type": "array",
        "description": "Every distinct spelling, own script first; empty for a person without a name.",
        "items": {
          "type": "string"
        }
      },
      "lists": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "records": {
        "type": "number"
      },
      "place": {
        "type": [
          "string",
          "null"
        ]
      },
      "time": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/TimeView"
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "id",
      "names",
      "lists",
      "records",
      "place",
      "time"
    ],
    "additionalProperties": false
  },
  "PersonView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "names": {
        "type": "array",
        "description": "Every distinct spelling, own script first; empty for a person without a name.",
        "items": {
          "type": "string"
        }
      },
      "lists": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "records": {
        "type": "number"
      },
      "place": {
        "type": [
          "string",
          "null"
        ]
      },
      "time": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/TimeView"
          },
          {
            "type": "null"
          }
        ]
      },
      "confirmation": {
        "$ref": "#/components/schemas/ConfirmationView",
        "description": "How far the person's fate is confirmed, each independent list being one voice."
      },
      "rows": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/RecordView"
        }
      },
      "fields": {
        "type": "array",
        "description": "Each field with every value that any record gives, and how many give it; more than one value is a contradiction.",
        "items": {
          "type": "object",
          "properties": {
            "field": {
              "type": "string"
            },
            "label": {
              "type": "string"
            },
            "values": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "origin": {
                    "type": "string",
                    "description": "Under which the origin of the value is asked for."
                  },
                  "text": {
                    "type": "string"
                  },
                  "records": {
                    "type": "number"
                  },
                  "time": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/TimeView"
                      },
                      {
                        "type": "null"
                      }
                    ]
                  }
                },
                "required": [
                  "origin",
                  "text",
                  "records",
                  "time"
                ],
                "additionalProperties": false
              }
            }
          },
          "required": [
            "field",
            "label",
            "values"
          ],
          "additionalProperties": false
        }
      },
      "life": {
        "$ref": "#/components/schemas/LifeView"
      },
      "statements": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/StatementView"
        }
      }
    },
    "required": [
      "confirmation",
      "fields",
      "id",
      "life",
      "lists",
      "names",
      "place",
      "records",
      "rows",
      "statements",
      "time"
    ],
    "additionalProperties": false
  },
  "PersonVisibilityView": {
    "type": "object",
    "properties": {
      "person": {
        "type": "string"
      },
      "visibility": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Visibility"
          },
          {
            "type": "null"
          }
        ],
        "description": "What holds for all rows taken together: the least of them; null while one is undecided."
      },
      "isForTeam": {
        "type": "boolean",
        "description": "Whether only lists for the team name the person, who is then counted and not shown."
      },
      "rows": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/RowVisibilityView"
        }
      }
    },
    "required": [
      "person",
      "visibility",
      "isForTeam",
      "rows"
    ],
    "additionalProperties": false,
    "description": "How one person may be shown outside."
  },
  "PlaceInSourceView": {
    "anyOf": [
      {
        "type": "object",
        "properties": {
          "kind": {
            "type": "string",
            "const": "text"
          },
          "start": {
            "type": "number"
          },
          "end": {
            "type": "number"
          }
        },
        "required": [
          "kind",
          "start",
          "end"
        ],
        "additionalProperties": false
      },
      {
        "type": "object",
        "properties": {
          "kind": {
            "type": "string",
            "const": "page"
          },
          "page": {
            "type": "number"
          },
          "box": {
            "anyOf": [
              {
                "$ref": "#/components/schemas/BoxView"
              },
              {
                "type": "null"
              }
            ]
          },
          "read": {
            "type": "string",
            "enum": [
              "file",
              "eye"
            ]
          }
        },
        "required": [
          "kind",
          "page",
          "box",
          "read"
        ],
        "additionalProperties": false
      },
      {
        "type": "object",
        "properties": {
          "kind": {
            "type": "string",
            "const": "time"
          },
          "from": {
            "type": "number"
          },
          "to": {
            "type": "number"
          }
        },
        "required": [
          "kind",
          "from",
          "to"
        ],
        "additionalProperties": false
      },
      {
        "type": "object",
        "properties": {
          "kind": {
            "type": "string",
            "const": "cell"
          },
          "sheet": {
            "type": [
              "string",
              "null"
            ]
          },
          "row": {
            "type": "number"
          },
          "column": {
            "type": "number"
          }
        },
        "required": [
          "kind",
          "sheet",
          "row",
          "column"
        ],
        "additionalProperties": false
      },
      {
        "type": "object",
        "properties": {
          "kind": {
            "type": "string",
            "const": "region"
          },
          "box": {
            "$ref": "#/components/schemas/BoxView"
          }
        },
        "required": [
          "kind",
          "box"
        ],
        "additionalProperties": false
      }
    ],
    "description": "Where in its source a statement stands."
  },
  "PlacesView": {
    "type": "object",
    "properties": {
      "on": {
        "type": [
          "string",
          "null"
        ],
        "description": "The day the statuses hold for (ISO), or null for \"whatever is known\"."
      },
      "audience": {
        "$ref": "#/components/schemas/Audience"
      },
      "sites": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/SiteView"
        }
      },
      "span": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "earliest": {
                "type": "number"
              },
              "latest": {
                "type": "number"
              }
            },
            "required": [
              "earliest",
              "latest"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ],
        "description": "From the first to the last day of any stage of these sites, whatever day is asked for; null where none has a day."
      },
      "withheld": {
        "type": "number",
        "description": "How many sites this audience is told nothing of."
      },
      "listedPlaces": {
        "type": "array",
        "description": "Rows of lists of places, such as a register of detention centres; strangers are told no coordinate of theirs.",
        "items": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string"
            },
            "name": {
              "type": "string"
            },
            "list": {
              "type": "string"
            },
            "latitude": {
              "type": [
                "number",
                "null"
              ]
            },
            "longitude": {
              "type": [
                "number",
                "null"
              ]
            }
          },
          "required": [
            "id",
            "name",
            "list",
            "latitude",
            "longitude"
          ],
          "additionalProperties": false
        }
      },
      "recordsByPlace": {
        "type": "array",
        "description": "List records counted by the place that they give; `name` is null where none is recorded.",
        "items": {
          "type": "object",
          "properties": {
            "name": {
              "type": [
                "string",
                "null"
              ]
            },
            "records": {
              "type": "number"
            },
            "latitude": {
              "type": [
                "number",
                "null"
              ]
            },
            "longitude": {
              "type": [
                "number",
                "null"
              ]
            }
          },
          "required": [
            "name",
            "records",
            "latitude",
            "longitude"
          ],
          "additionalProperties": false
        }
      }
    },
    "required": [
      "on",
      "audience",
      "sites",
      "span",
      "withheld",
      "listedPlaces",
      "recordsByPlace"
    ],
    "additionalProperties": false
  },
  "PlanRecorded": {
    "type": "object",
    "properties": {
      "acts": {
        "type": "array",
        "description": "In the order of the log; none when the change said nothing new.",
        "items": {
          "$ref": "#/components/schemas/ActReceipt"
        }
      },
      "treeSize": {
        "type": "number",
        "description": "Acts in the log after it."
      },
      "root": {
        "type": "string",
        "description": "SHA-256 root over them, as hexadecimal digits."
      },
      "plan": {
        "type": "string",
        "description": "The id of the plan that stands now."
      },
      "before": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/EstimatePlanBefore"
          },
          {
            "type": "null"
          }
        ],
        "description": "What stood before, as it is sent to let it stand again; null where nothing did that can be sent so."
      }
    },
    "required": [
      "acts",
      "before",
      "plan",
      "root",
      "treeSize"
    ],
    "additionalProperties": false
  },
  "PostingView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "person": {
        "$ref": "#/components/schemas/NamedView"
      },
      "certain": {
        "type": "array",
        "description": "Stretches of days on which the person is known to have held the office: drawn solid.",
        "items": {
          "type": "object",
          "properties": {
            "from": {
              "type": "number"
            },
            "to": {
              "type": "number"
            }
          },
          "required": [
            "from",
            "to"
          ],
          "additionalProperties": false
        }
      },
      "assumed": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "from": {
                "type": "number"
              },
              "to": {
                "type": "number"
              }
            },
            "required": [
              "from",
              "to"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ],
        "description": "Days of which that is assumed, since nobody states a break in them nor decided that there was none: drawn hatched."
      },
      "possible": {
        "type": "object",
        "properties": {
          "from": {
            "type": [
              "number",
              "null"
            ]
          },
          "to": {
            "type": [
              "number",
              "null"
            ]
          }
        },
        "required": [
          "from",
          "to"
        ],
        "additionalProperties": false,
        "description": "Days on which the person may have held it; an open end is null: drawn faded."
      },
      "continuity": {
        "type": "string",
        "enum": [
          "stated",
          "assumed",
          "decided",
          "broken"
        ],
        "description": "Whether it was held without a break between the days that are known, and who says so."
      },
      "continuityText": {
        "type": "string"
      },
      "sequenceText": {
        "type": [
          "string",
          "null"
        ],
        "description": "That by the dates as stated the office was left before it was taken; null where that is not so."
      },
      "support": {
        "$ref": "#/components/schemas/SupportView",
        "description": "Independent voices that place the person in the office."
      },
      "ranks": {
        "type": "array",
        "description": "The ranks held in it, each with who says so.",
        "items": {
          "$ref": "#/components/schemas/StatementView"
        }
      },
      "statements": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/StatementView"
        }
      }
    },
    "required": [
      "id",
      "person",
      "certain",
      "assumed",
      "possible",
      "continuity",
      "continuityText",
      "sequenceText",
      "support",
      "ranks",
      "statements"
    ],
    "additionalProperties": false
  },
  "PostingsView": {
    "type": "object",
    "properties": {
      "person": {
        "$ref": "#/components/schemas/NamedView"
      },
      "postings": {
        "type": "array",
        "items": {
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "gaps": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/GapView"
              }
            },
            "id": {
              "type": "string"
            },
            "person": {
              "$ref": "#/components/schemas/NamedView"
            },
            "certain": {
              "type": "array",
              "description": "Stretches of days on which the person is known to have held the office: drawn solid.",
              "items": {
                "type": "object",
                "properties": {
                  "from": {
                    "type": "number"
                  },
                  "to": {
                    "type": "number"
                  }
                },
                "required": [
                  "from",
                  "to"
                ],
                "additionalProperties": false
              }
            },
            "assumed": {
              "anyOf": [
                {
                  "type": "object",
                  "properties": {
                    "from": {
                      "type": "number"
                    },
                    "to": {
                      "type": "number"
                    }
                  },
                  "required": [
                    "from",
                    "to"
                  ],
                  "additionalProperties": false
                },
                {
                  "type": "null"
                }
              ],
              "description": "Days of which that is assumed, since nobody states a break in them nor decided that there was none: drawn hatched."
            },
            "possible": {
              "type": "object",
              "properties": {
                "from": {
                  "type": [
                    "number",
                    "null"
                  ]
                },
                "to": {
                  "type": [
                    "number",
                    "null"
                  ]
                }
              },
              "required": [
                "from",
                "to"
              ],
              "additionalProperties": false,
              "description": "Days on which the person may have held it; an open end is null: drawn faded."
            },
            "continuity": {
              "type": "string",
              "enum": [
                "stated",
                "assumed",
                "decided",
                "broken"
              ],
              "description": "Whether it was held without a break between the days that are known, and who says so."
            },
            "continuityText": {
              "type": "string"
            },
            "sequenceText": {
              "type": [
                "string",
                "null"
              ],
              "description": "That by the dates as stated the office was left before it was taken; null where that is not so."
            },
            "support": {
              "$ref": "#/components/schemas/SupportView",
              "description": "Independent voices that place the person in the office."
            },
            "ranks": {
              "type": "array",
              "description": "The ranks held in it, each with who says so.",
              "items": {
                "$ref": "#/components/schemas/StatementView"
              }
            },
            "statements": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/StatementView"
              }
            },
            "office": {
              "$ref": "#/components/schemas/NamedView"
            },
            "firstCited": {
              "anyOf": [
                {
                  "$ref": "#/components/schemas/TimeView"
                },
                {
                  "type": "null"
                }
              ],
              "description": "First and last time of which a source says that the person was in office, and the statement that says it."
            },
            "firstCitedIn": {
              "type": [
                "string",
                "null"
              ]
            },
            "lastCited": {
              "anyOf": [
                {
                  "$ref": "#/components/schemas/TimeView"
                },
                {
                  "type": "null"
                }
              ]
            },
            "lastCitedIn": {
              "type": [
                "string",
                "null"
              ]
            },
            "tookOffice": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/TimeView"
              }
            },
            "leftOffice": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/TimeView"
              }
            }
          },
          "required": [
            "assumed",
            "certain",
            "continuity",
            "continuityText",
            "firstCited",
            "firstCitedIn",
            "gaps",
            "id",
            "lastCited",
            "lastCitedIn",
            "leftOffice",
            "office",
            "person",
            "possible",
            "ranks",
            "sequenceText",
            "statements",
            "support",
            "tookOffice"
          ]
        }
      }
    },
    "required": [
      "person",
      "postings"
    ],
    "additionalProperties": false
  },
  "ProfileId": {
    "type": "string",
    "enum": [
      "public",
      "partners",
      "commission"
    ]
  },
  "PropertyView": {
    "type": "object",
    "properties": {
      "name": {
        "type": "string"
      },
      "label": {
        "type": "string"
      },
      "question": {
        "type": [
          "string",
          "null"
        ],
        "enum": [
          "howMany",
          "who",
          "where",
          "offices",
          null
        ]
      },
      "of": {
        "type": "array",
        "description": "Kinds of subject that it is stated of.",
        "items": {
          "$ref": "#/components/schemas/SubjectKind"
        }
      },
      "value": {
        "$ref": "#/components/schemas/ValueKind"
      },
      "refersTo": {
        "type": "array",
        "description": "Of a reference: the kinds that it may point at.",
        "items": {
          "$ref": "#/components/schemas/SubjectKind"
        }
      },
      "codes": {
        "type": "array",
        "description": "Of a code: the words that it may be.",
        "items": {
          "type": "object",
          "properties": {
            "code": {
              "type": "string"
            },
            "label": {
              "type": "string"
            }
          },
          "required": [
            "code",
            "label"
          ],
          "additionalProperties": false
        }
      },
      "whose": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "kinds": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/SubjectKind"
                }
              },
              "isNeeded": {
                "type": "boolean"
              }
            },
            "required": [
              "kinds",
              "isNeeded"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ],
        "description": "Whose it is, where the property asks for that; null where it takes no `of`."
      },
      "access": {
        "type": "string",
        "enum": [
          "open",
          "restricted",
          "sealed"
        ],
        "description": "How closed a statement of it is when its recorder says nothing."
      }
    },
    "required": [
      "name",
      "label",
      "question",
      "of",
      "value",
      "refersTo",
      "codes",
      "whose",
      "access"
    ],
    "additionalProperties": false
  },
  "ProposalRecorded": {
    "type": "object",
    "properties": {
      "acts": {
        "type": "array",
        "description": "In the order of the log; none when the change said nothing new.",
        "items": {
          "$ref": "#/components/schemas/ActReceipt"
        }
      },
      "treeSize": {
        "type": "number",
        "description": "Acts in the log after it."
      },
      "root": {
        "type": "string",
        "description": "SHA-256 root over them, as hexadecimal digits."
      },
      "proposal": {
        "type": "string"
      }
    },
    "required": [
      "acts",
      "proposal",
      "root",
      "treeSize"
    ],
    "additionalProperties": false
  },
  "ProposalView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "kind": {
        "type": "string"
      },
      "subject": {
        "type": "string",
        "description": "What it is done to: the id of an item, or \"case\"."
      },
      "why": {
        "type": "string"
      },
      "by": {
        "type": "string"
      },
      "secondedBy": {
        "type": [
          "string",
          "null"
        ]
      },
      "isUsed": {
        "type": "boolean",
        "description": "True once the act was done: one agreement is for one act."
      }
    },
    "required": [
      "id",
      "kind",
      "subject",
      "why",
      "by",
      "secondedBy",
      "isUsed"
    ],
    "additionalProperties": false
  },
  "ProvenanceRecorded": {
    "type": "object",
    "properties": {
      "acts": {
        "type": "array",
        "description": "In the order of the log; none when the change said nothing new.",
        "items": {
          "$ref": "#/components/schemas/ActReceipt"
        }
      },
      "treeSize": {
        "type": "number",
        "description": "Acts in the log after it."
      },
      "root": {
        "type": "string",
        "description": "SHA-256 root over them, as hexadecimal digits."
      },
      "list": {
        "type": "string",
        "description": "The list's name."
      }
    },
    "required": [
      "acts",
      "list",
      "root",
      "treeSize"
    ],
    "additionalProperties": false
  },
  "ProvenanceView": {
    "type": "object",
    "properties": {
      "lists": {
        "type": "array",
        "description": "What stands.",
        "items": {
          "$ref": "#/components/schemas/ListProvenanceView"
        }
      },
      "unstated": {
        "type": "array",
        "description": "Lists of persons of which nothing is said.",
        "items": {
          "$ref": "#/components/schemas/NamedView"
        }
      }
    },
    "required": [
      "lists",
      "unstated"
    ],
    "additionalProperties": false
  },
  "PublicationDecisionView": {
    "type": "object",
    "properties": {
      "kind": {
        "type": "string",
        "const": "publication"
      },
      "publication": {
        "type": "string",
        "enum": [
          "exact",
          "coarsened",
          "withheld"
        ]
      },
      "km": {
        "type": [
          "number",
          "null"
        ],
        "description": "Of a place that is told coarsely."
      },
      "risk": {
        "type": "string"
      },
      "why": {
        "type": "string"
      },
      "by": {
        "type": "string"
      }
    },
    "required": [
      "kind",
      "publication",
      "km",
      "risk",
      "why",
      "by"
    ],
    "additionalProperties": false
  },
  "PublicationRecorded": {
    "type": "object",
    "properties": {
      "acts": {
        "type": "array",
        "description": "In the order of the log; none when the change said nothing new.",
        "items": {
          "$ref": "#/components/schemas/ActReceipt"
        }
      },
      "treeSize": {
        "type": "number",
        "description": "Acts in the log after it."
      },
      "root": {
        "type": "string",
        "description": "SHA-256 root over them, as hexadecimal digits."
      },
      "site": {
        "type": "string"
      }
    },
    "required": [
      "acts",
      "root",
      "site",
      "treeSize"
    ],
    "additionalProperties": false
  },
  "PublicationView": {
    "type": "object",
    "properties": {
      "decision": {
        "type": "string",
        "enum": [
          "exact",
          "coarsened",
          "withheld"
        ]
      },
      "km": {
        "type": "number"
      },
      "risk": {
        "type": "string"
      },
      "reason": {
        "type": "string"
      },
      "reviewer": {
        "type": "string"
      }
    },
    "required": [
      "decision",
      "risk",
      "reason",
      "reviewer"
    ],
    "additionalProperties": false
  },
  "PublishedAnswer": {
    "type": "object",
    "properties": {
      "releases": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/PublishedView"
        }
      }
    },
    "required": [
      "releases"
    ],
    "additionalProperties": false
  },
  "PublishedReleaseView": {
    "type": "object",
    "properties": {
      "release": {
        "$ref": "#/components/schemas/PublishedView"
      },
      "figures": {
        "anyOf": [
          {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/FigureInRelease"
            }
          },
          {
            "type": "null"
          }
        ],
        "description": "Null of one that an earlier version made, which did not keep what a release held."
      },
      "changes": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "since": {
                "type": "number",
                "description": "The number of the release before."
              },
              "figures": {
                "type": "array",
                "items": {
                  "type": "object",
                  "properties": {
                    "id": {
                      "type": "string"
                    },
                    "label": {
                      "type": "string"
                    },
                    "before": {
                      "type": [
                        "string",
                        "null"
                      ],
                      "description": "Null where the release did not hold it."
                    },
                    "after": {
                      "type": [
                        "string",
                        "null"
                      ]
                    }
                  },
                  "required": [
                    "id",
                    "label",
                    "before",
                    "after"
                  ],
                  "additionalProperties": false
                }
              },
              "statements": {
                "type": "object",
                "properties": {
                  "added": {
                    "type": "number"
                  },
                  "removed": {
                    "type": "number"
                  }
                },
                "required": [
                  "added",
                  "removed"
                ],
                "additionalProperties": false
              },
              "people": {
                "$ref": "#/components/schemas/ChangeCounts"
              },
              "sites": {
                "$ref": "#/components/schemas/ChangeCounts"
              }
            },
            "required": [
              "since",
              "figures",
              "statements",
              "people",
              "sites"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ],
        "description": "Null of the first by its profile."
      }
    },
    "required": [
      "release",
      "figures",
      "changes"
    ],
    "additionalProperties": false,
    "description": "A release that was made: what it held, and what was another than in the one before."
  },
  "PublishedView": {
    "type": "object",
    "properties": {
      "number": {
        "type": "number"
      },
      "profile": {
        "$ref": "#/components/schemas/ProfileId"
      },
      "language": {
        "$ref": "#/components/schemas/Language"
      },
      "format": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/ExportFormat"
          },
          {
            "type": "string",
            "const": "bagit"
          },
          {
            "type": "null"
          }
        ],
        "description": "Of an export in one format; null for a release."
      },
      "on": {
        "type": "string",
        "description": "ISO day of the act."
      },
      "root": {
        "type": "string",
        "description": "SHA-256 of its tagmanifest-sha256.txt, or of the manifest-sha256.txt of an export that is no bag."
      },
      "treeSize": {
        "type": "number",
        "description": "Acts that it was made from."
      },
      "statements": {
        "type": "number"
      },
      "note": {
        "type": [
          "string",
          "null"
        ]
      }
    },
    "required": [
      "number",
      "profile",
      "language",
      "format",
      "on",
      "root",
      "treeSize",
      "statements",
      "note"
    ],
    "additionalProperties": false
  },
  "QuoteSelectorView": {
    "type": "object",
    "properties": {
      "type": {
        "type": "string",
        "const": "TextQuoteSelector"
      },
      "exact": {
        "type": "string"
      },
      "prefix": {
        "type": "string"
      },
      "suffix": {
        "type": "string"
      }
    },
    "required": [
      "type",
      "exact",
      "prefix",
      "suffix"
    ],
    "additionalProperties": false
  },
  "RecommendationsView": {
    "type": "object",
    "properties": {
      "total": {
        "type": "number"
      },
      "matching": {
        "type": "number"
      },
      "facets": {
        "type": "object",
        "properties": {
          "answer": {
            "$ref": "#/components/schemas/FacetView"
          },
          "session": {
            "$ref": "#/components/schemas/FacetView"
          },
          "from": {
            "$ref": "#/components/schemas/FacetView"
          }
        },
        "required": [
          "answer",
          "session",
          "from"
        ],
        "additionalProperties": false,
        "description": "Of those that match."
      },
      "rows": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string"
            },
            "list": {
              "type": "string"
            },
            "row": {
              "type": "number"
            },
            "from": {
              "type": [
                "string",
                "null"
              ]
            },
            "to": {
              "type": [
                "string",
                "null"
              ]
            },
            "text": {
              "type": "string"
            },
            "answer": {
              "type": [
                "string",
                "null"
              ]
            },
            "session": {
              "type": [
                "string",
                "null"
              ]
            },
            "time": {
              "anyOf": [
                {
                  "$ref": "#/components/schemas/TimeView"
                },
                {
                  "type": "null"
                }
              ],
              "description": "Null where only the session is known."
            }
          },
          "required": [
            "id",
            "list",
            "row",
            "from",
            "to",
            "text",
            "answer",
            "session",
            "time"
          ],
          "additionalProperties": false
        }
      }
    },
    "required": [
      "total",
      "matching",
      "facets",
      "rows"
    ],
    "additionalProperties": false
  },
  "RecordAddressView": {
    "type": "object",
    "properties": {
      "id": {
        "type": [
          "string",
          "null"
        ],
        "description": "The id of the row; null where it cannot be told any more."
      },
      "list": {
        "type": "string"
      },
      "recordId": {
        "type": "string"
      },
      "names": {
        "type": "array",
        "items": {
          "type": "string"
        }
      }
    },
    "required": [
      "id",
      "list",
      "recordId",
      "names"
    ],
    "additionalProperties": false
  },
  "RecordView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "list": {
        "type": "string"
      },
      "row": {
        "type": "number"
      },
      "recordId": {
        "type": "string"
      },
      "cells": {
        "type": "object",
        "additionalProperties": {
          "type": "string"
        }
      },
      "fields": {
        "type": "array",
        "description": "Known fields in words, in the order of the list's recipe.",
        "items": {
          "type": "object",
          "properties": {
            "field": {
              "type": "string"
            },
            "label": {
              "type": "string"
            },
            "raw": {
              "type": "string"
            },
            "time": {
              "anyOf": [
                {
                  "$ref": "#/components/schemas/TimeView"
                },
                {
                  "type": "null"
                }
              ]
            }
          },
          "required": [
            "field",
            "label",
            "raw",
            "time"
          ],
          "additionalProperties": false
        }
      }
    },
    "required": [
      "id",
      "list",
      "row",
      "recordId",
      "cells",
      "fields"
    ],
    "additionalProperties": false
  },
  "RefindOutcome": {
    "type": "string",
    "enum": [
      "in-place",
      "moved",
      "respaced",
      "ambiguous",
      "lost",
      "by-eye"
    ],
    "description": "in-place, moved, respaced, ambiguous, lost: as `refindPassage` has them. by-eye: the place is in the copy, and whether the same words are heard or the same thing is seen there only a person can tell."
  },
  "RefoundView": {
    "type": "object",
    "properties": {
      "how": {
        "$ref": "#/components/schemas/RefindOutcome"
      },
      "at": {
        "type": "array",
        "description": "One place; several when it is ambiguous; none when it is lost.",
        "items": {
          "$ref": "#/components/schemas/PlaceInSourceView"
        }
      },
      "atTexts": {
        "type": "array",
        "description": "The same in words; of running text, the code points.",
        "items": {
          "type": "string"
        }
      },
      "nearest": {
        "type": [
          "string",
          "null"
        ],
        "description": "The likest words of a copy in which the passage is lost."
      }
    },
    "required": [
      "how",
      "at",
      "atTexts",
      "nearest"
    ],
    "additionalProperties": false
  },
  "ReleaseBegun": {
    "type": "object",
    "properties": {
      "job": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/JobView"
          },
          {
            "type": "null"
          }
        ]
      },
      "made": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/ReleaseMadeView"
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "job",
      "made"
    ],
    "additionalProperties": false,
    "description": "One of both: the work that makes it, or what was made where the keys of the case are in the server's process alone."
  },
  "ReleaseChangesView": {
    "type": "object",
    "properties": {
      "number": {
        "type": "number"
      },
      "source": {
        "type": "string"
      },
      "fileName": {
        "type": [
          "string",
          "null"
        ]
      },
      "importedAt": {
        "type": "string",
        "description": "ISO time of the act."
      },
      "records": {
        "type": "number"
      },
      "counts": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/ReleaseCountsView"
          },
          {
            "type": "null"
          }
        ],
        "description": "How its rows stand to those of the release before; null for a first one, and for imports of earlier versions."
      },
      "list": {
        "type": "string"
      },
      "changes": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/RowChangeView"
        }
      }
    },
    "required": [
      "changes",
      "counts",
      "fileName",
      "importedAt",
      "list",
      "number",
      "records",
      "source"
    ],
    "additionalProperties": false
  },
  "ReleaseCountsView": {
    "type": "object",
    "properties": {
      "unchanged": {
        "type": "number"
      },
      "changed": {
        "type": "number"
      },
      "gone": {
        "type": "number"
      },
      "added": {
        "type": "number"
      },
      "returned": {
        "type": "number",
        "description": "Gone from an earlier release, and here again."
      },
      "ambiguous": {
        "type": "number",
        "description": "Groups of rows that may be one another: a person must say."
      }
    },
    "required": [
      "unchanged",
      "changed",
      "gone",
      "added",
      "returned",
      "ambiguous"
    ],
    "additionalProperties": false,
    "description": "Rows of a release as they stand to those of the release before: every row of either is counted once."
  },
  "ReleaseMadeView": {
    "type": "object",
    "properties": {
      "number": {
        "type": "number"
      },
      "profile": {
        "$ref": "#/components/schemas/ProfileId"
      },
      "root": {
        "type": "string"
      },
      "folder": {
        "type": "string",
        "description": "Below the folder of the case."
      }
    },
    "required": [
      "number",
      "profile",
      "root",
      "folder"
    ],
    "additionalProperties": false,
    "description": "A release that was laid into the folder of its case."
  },
  "ReleasePlanView": {
    "type": "object",
    "properties": {
      "profile": {
        "$ref": "#/components/schemas/ProfileId"
      },
      "number": {
        "type": "number",
        "description": "Its number and its folder below that of the case, if it were made now."
      },
      "folder": {
        "type": "string"
      },
      "isClosed": {
        "type": "boolean",
        "description": "Whether the case is encrypted as a whole, so that no release is laid into its folder."
      },
      "lookedAt": {
        "type": "number",
        "description": "Acts that are known."
      },
      "undecided": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/UndecidedView"
        }
      },
      "decided": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/DecidedView"
        }
      },
      "goes": {
        "type": "object",
        "properties": {
          "persons": {
            "type": "number"
          },
          "statements": {
            "type": "number"
          },
          "sites": {
            "type": "number"
          }
        },
        "required": [
          "persons",
          "statements",
          "sites"
        ],
        "additionalProperties": false,
        "description": "How many persons, statements and sites go out."
      },
      "persons": {
        "type": "array",
        "description": "Persons whom lists name and of whom everything is decided, by what is shown of them.",
        "items": {
          "type": "object",
          "properties": {
            "visibility": {
              "$ref": "#/components/schemas/Visibility"
            },
            "count": {
              "type": "number"
            }
          },
          "required": [
            "visibility",
            "count"
          ],
          "additionalProperties": false
        }
      },
      "stays": {
        "type": "array",
        "description": "Statements that stay, by why; the reasons without any are left out.",
        "items": {
          "type": "object",
          "properties": {
            "why": {
              "$ref": "#/components/schemas/StatementStays"
            },
            "count": {
              "type": "number"
            }
          },
          "required": [
            "why",
            "count"
          ],
          "additionalProperties": false
        }
      },
      "withheldSites": {
        "type": "number",
        "description": "Sites of which nothing is told."
      },
      "figures": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/FigureInRelease"
        }
      },
      "figuresThatStay": {
        "type": "array",
        "description": "Those that do not go out; which of them somebody left out.",
        "items": {
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "isLeftOut": {
              "type": "boolean"
            },
            "id": {
              "type": "string"
            },
            "label": {
              "type": "string"
            },
            "valueText": {
              "type": "string"
            },
            "standing": {
              "type": "string",
              "enum": [
                "documented",
                "estimated",
                "reported"
              ]
            }
          },
          "required": [
            "id",
            "isLeftOut",
            "label",
            "standing",
            "valueText"
          ]
        }
      },
      "leftOut": {
        "type": "array",
        "description": "Ids of figures and estimates that are left out.",
        "items": {
          "type": "string"
        }
      },
      "smallCells": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/SmallCellView"
        }
      },
      "namesakes": {
        "type": "array",
        "description": "Persons who are shown and who may be somebody who is not: two of one name whom nobody held to be two.",
        "items": {
          "$ref": "#/components/schemas/Namesake"
        }
      },
      "lost": {
        "type": "array",
        "description": "Rows that somebody decided on and that their list does not hold any more, or not without doubt.",
        "items": {
          "type": "object",
          "properties": {
            "list": {
              "type": "string"
            },
            "recordId": {
              "type": "string"
            }
          },
          "required": [
            "list",
            "recordId"
          ],
          "additionalProperties": false
        }
      }
    },
    "required": [
      "profile",
      "number",
      "folder",
      "isClosed",
      "lookedAt",
      "undecided",
      "decided",
      "goes",
      "persons",
      "stays",
      "withheldSites",
      "figures",
      "figuresThatStay",
      "leftOut",
      "smallCells",
      "namesakes",
      "lost"
    ],
    "additionalProperties": false
  },
  "ReleaseRowView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "list": {
        "type": "string"
      },
      "recordId": {
        "type": "string"
      },
      "row": {
        "type": "number"
      },
      "names": {
        "type": "array",
        "description": "Every spelling of its name.",
        "items": {
          "type": "string"
        }
      },
      "cells": {
        "type": "object",
        "additionalProperties": {
          "type": "string"
        }
      }
    },
    "required": [
      "id",
      "list",
      "recordId",
      "row",
      "names",
      "cells"
    ],
    "additionalProperties": false,
    "description": "A row with what its cells say."
  },
  "ReleaseView": {
    "type": "object",
    "properties": {
      "number": {
        "type": "number"
      },
      "source": {
        "type": "string"
      },
      "fileName": {
        "type": [
          "string",
          "null"
        ]
      },
      "importedAt": {
        "type": "string",
        "description": "ISO time of the act."
      },
      "records": {
        "type": "number"
      },
      "counts": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/ReleaseCountsView"
          },
          {
            "type": "null"
          }
        ],
        "description": "How its rows stand to those of the release before; null for a first one, and for imports of earlier versions."
      }
    },
    "required": [
      "number",
      "source",
      "fileName",
      "importedAt",
      "records",
      "counts"
    ],
    "additionalProperties": false,
    "description": "One release as it was imported."
  },
  "ReleasesAnswer": {
    "type": "object",
    "properties": {
      "lists": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/ListReleasesView"
        }
      }
    },
    "required": [
      "lists"
    ],
    "additionalProperties": false
  },
  "ReproductionView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string",
        "description": "Of the estimate."
      },
      "files": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "name": {
              "type": "string"
            },
            "text": {
              "type": "string"
            }
          },
          "required": [
            "name",
            "text"
          ],
          "additionalProperties": false
        }
      }
    },
    "required": [
      "id",
      "files"
    ],
    "additionalProperties": false,
    "description": "Files that make the numbers of one estimate again outside of Inquest."
  },
  "ReviewCountsView": {
    "type": "object",
    "properties": {
      "contradictions": {
        "type": "number"
      },
      "bridges": {
        "type": "number"
      },
      "band": {
        "type": "number"
      },
      "second": {
        "type": "number",
        "description": "Pairs that others judged and whoever asks did not."
      },
      "audit": {
        "type": "number",
        "description": "Of the audit sample that was asked for; 0 in the other queues."
      }
    },
    "required": [
      "contradictions",
      "bridges",
      "band",
      "second",
      "audit"
    ],
    "additionalProperties": false
  },
  "ReviewFieldView": {
    "type": "object",
    "properties": {
      "field": {
        "type": "string"
      },
      "label": {
        "type": "string"
      },
      "agreement": {
        "type": "string",
        "enum": [
          "same",
          "alike",
          "overlaps",
          "differs",
          "missing"
        ]
      },
      "agreementText": {
        "type": "string"
      },
      "before": {
        "$ref": "#/components/schemas/SideBySide",
        "description": "As the rows write it; empty where one says nothing."
      },
      "after": {
        "$ref": "#/components/schemas/SideBySide",
        "description": "Written one way: folded letters and ISO days; across scripts, the consonants of a name."
      },
      "leftTime": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/TimeView"
          },
          {
            "type": "null"
          }
        ]
      },
      "rightTime": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/TimeView"
          },
          {
            "type": "null"
          }
        ]
      }
    },
    "required": [
      "field",
      "label",
      "agreement",
      "agreementText",
      "before",
      "after",
      "leftTime",
      "rightTime"
    ],
    "additionalProperties": false
  },
  "ReviewOutlookView": {
    "type": "object",
    "properties": {
      "waiting": {
        "type": "number"
      },
      "figures": {
        "anyOf": [
          {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OutlookFigureView"
            }
          },
          {
            "type": "null"
          }
        ],
        "description": "Documented counts that may be others after the next link; null where views and link are of two times."
      },
      "likely": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/OutlookLikelyView"
          },
          {
            "type": "null"
          }
        ],
        "description": "Where the number of persons lies by the scores themselves; null where the link did not count that."
      }
    },
    "required": [
      "waiting",
      "figures",
      "likely"
    ],
    "additionalProperties": false,
    "description": "What the pairs that wait may still change, all of them together."
  },
  "ReviewPaceView": {
    "type": "object",
    "properties": {
      "secondsEach": {
        "type": "number",
        "description": "Mean time from one answer to the next, breaks left out."
      },
      "secondsLeft": {
        "type": "number",
        "description": "What is left, at this pace."
      },
      "measuredOn": {
        "type": "number",
        "description": "How many times between two answers it is measured on, and from how many seconds on one is a break."
      },
      "breakSeconds": {
        "type": "number"
      }
    },
    "required": [
      "secondsEach",
      "secondsLeft",
      "measuredOn",
      "breakSeconds"
    ],
    "additionalProperties": false
  },
  "ReviewPairView": {
    "type": "object",
    "properties": {
      "left": {
        "$ref": "#/components/schemas/ReviewRecordView"
      },
      "right": {
        "$ref": "#/components/schemas/ReviewRecordView"
      },
      "why": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/ReviewWhy"
          },
          {
            "type": "string",
            "const": "chosen"
          }
        ]
      },
      "whyText": {
        "type": "string"
      },
      "asked": {
        "type": "string",
        "enum": [
          "contradiction",
          "bridge",
          "band",
          "audit",
          "second",
          "chosen"
        ],
        "description": "How a judgement of it says why it was asked."
      },
      "rank": {
        "type": [
          "number",
          "null"
        ],
        "description": "Its place in the queue, from 1; null outside of one."
      },
      "isBlind": {
        "type": "boolean",
        "description": "Whether score, waterfall, and what others said are hidden."
      },
      "fields": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/ReviewFieldView"
        }
      },
      "waterfall": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/WaterfallView"
          },
          {
            "type": "null"
          }
        ],
        "description": "Null while it is hidden, and where the link did not score the pair."
      },
      "judgements": {
        "type": "array",
        "description": "What was said of the pair that may be shown now, in the order of the log.",
        "items": {
          "$ref": "#/components/schemas/JudgementView"
        }
      }
    },
    "required": [
      "left",
      "right",
      "why",
      "whyText",
      "asked",
      "rank",
      "isBlind",
      "fields",
      "waterfall",
      "judgements"
    ],
    "additionalProperties": false
  },
  "ReviewProgressView": {
    "type": "object",
    "properties": {
      "done": {
        "type": "number",
        "description": "Pairs of this queue that were decided: of the pairs that wait by anybody, else by whoever asks."
      },
      "left": {
        "type": "number"
      },
      "pace": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/ReviewPaceView"
          },
          {
            "type": "null"
          }
        ],
        "description": "Measured on the last answers of whoever asks; null while there are too few of them."
      }
    },
    "required": [
      "done",
      "left",
      "pace"
    ],
    "additionalProperties": false,
    "description": "How far a queue is, and how long the rest of it takes whoever asks."
  },
  "ReviewQueueName": {
    "type": "string",
    "enum": [
      "open",
      "audit",
      "second"
    ]
  },
  "ReviewRecordView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "list": {
        "type": "string"
      },
      "row": {
        "type": "number"
      },
      "recordId": {
        "type": "string"
      },
      "cells": {
        "type": "object",
        "additionalProperties": {
          "type": "string"
        }
      },
      "fields": {
        "type": "array",
        "description": "Known fields in words, in the order of the list's recipe.",
        "items": {
          "type": "object",
          "properties": {
            "field": {
              "type": "string"
            },
            "label": {
              "type": "string"
            },
            "raw": {
              "type": "string"
            },
            "time": {
              "anyOf": [
                {
                  "$ref": "#/components/schemas/TimeView"
                },
                {
                  "type": "null"
                }
              ]
            }
          },
          "required": [
            "field",
            "label",
            "raw",
            "time"
          ],
          "additionalProperties": false
        }
      },
      "names": {
        "type": "array",
        "description": "Every spelling of the name, other scripts first.",
        "items": {
          "type": "string"
        }
      },
      "source": {
        "type": [
          "string",
          "null"
        ],
        "description": "The sealed file that the row stands in; null for one that is on no list any more."
      },
      "clusterSize": {
        "type": [
          "number",
          "null"
        ],
        "description": "How many rows the record's cluster has; null while blind."
      }
    },
    "required": [
      "cells",
      "clusterSize",
      "fields",
      "id",
      "list",
      "names",
      "recordId",
      "row",
      "source"
    ],
    "additionalProperties": false
  },
  "ReviewView": {
    "type": "object",
    "properties": {
      "isLinked": {
        "type": "boolean",
        "description": "False while nothing is linked: then nothing waits, and nothing can be judged."
      },
      "personLists": {
        "type": "number",
        "description": "Imported lists of persons: what a link is made of. Without any, none can be made."
      },
      "reviewer": {
        "type": "string",
        "description": "Who asks."
      },
      "queue": {
        "$ref": "#/components/schemas/ReviewQueueName"
      },
      "waiting": {
        "$ref": "#/components/schemas/ReviewCountsView"
      },
      "judged": {
        "type": "object",
        "properties": {
          "pairs": {
            "type": "number"
          },
          "mine": {
            "type": "number"
          }
        },
        "required": [
          "pairs",
          "mine"
        ],
        "additionalProperties": false,
        "description": "Pairs with a judgement that stands, and how many of them whoever asks judged."
      },
      "progress": {
        "$ref": "#/components/schemas/ReviewProgressView"
      },
      "sinceLink": {
        "type": "number",
        "description": "Pairs whose judgement the recorded link has not heard of yet: link again."
      },
      "lastMine": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/LastJudgementView"
          },
          {
            "type": "null"
          }
        ],
        "description": "The last judgement of whoever asks that stands: the one to take back first."
      },
      "agreement": {
        "$ref": "#/components/schemas/AgreementView"
      },
      "audit": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/AuditView"
          },
          {
            "type": "null"
          }
        ],
        "description": "How good the links are, by the blind audit of the link that is recorded; null before any pair of it is judged."
      },
      "pairs": {
        "type": "array",
        "description": "The next pairs, in order.",
        "items": {
          "$ref": "#/components/schemas/ReviewPairView"
        }
      }
    },
    "required": [
      "isLinked",
      "personLists",
      "reviewer",
      "queue",
      "waiting",
      "judged",
      "progress",
      "sinceLink",
      "lastMine",
      "agreement",
      "audit",
      "pairs"
    ],
    "additionalProperties": false
  },
  "ReviewWhy": {
    "type": "string",
    "enum": [
      "disputed",
      "same-and-different",
      "against-evidence",
      "changed",
      "bridge",
      "band",
      "audit",
      "second"
    ],
    "description": "Why a pair waits."
  },
  "RollCallSummaryView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "record": {
        "type": "string",
        "description": "The list record that it stands in."
      },
      "body": {
        "type": [
          "string",
          "null"
        ]
      },
      "session": {
        "type": [
          "string",
          "null"
        ]
      },
      "resolution": {
        "type": [
          "string",
          "null"
        ]
      },
      "title": {
        "type": [
          "string",
          "null"
        ]
      },
      "time": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/TimeView"
          },
          {
            "type": "null"
          }
        ]
      },
      "counts": {
        "$ref": "#/components/schemas/FacetView"
      }
    },
    "required": [
      "id",
      "record",
      "body",
      "session",
      "resolution",
      "title",
      "time",
      "counts"
    ],
    "additionalProperties": false
  },
  "RollCallView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "record": {
        "type": "string",
        "description": "The list record that it stands in."
      },
      "body": {
        "type": [
          "string",
          "null"
        ]
      },
      "session": {
        "type": [
          "string",
          "null"
        ]
      },
      "resolution": {
        "type": [
          "string",
          "null"
        ]
      },
      "title": {
        "type": [
          "string",
          "null"
        ]
      },
      "time": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/TimeView"
          },
          {
            "type": "null"
          }
        ]
      },
      "counts": {
        "$ref": "#/components/schemas/FacetView"
      },
      "votes": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "record": {
              "type": "string"
            },
            "state": {
              "type": [
                "string",
                "null"
              ]
            },
            "vote": {
              "type": [
                "string",
                "null"
              ]
            }
          },
          "required": [
            "record",
            "state",
            "vote"
          ],
          "additionalProperties": false
        }
      },
      "twice": {
        "type": "array",
        "description": "States with more than one vote.",
        "items": {
          "type": "string"
        }
      }
    },
    "required": [
      "body",
      "counts",
      "id",
      "record",
      "resolution",
      "session",
      "time",
      "title",
      "twice",
      "votes"
    ],
    "additionalProperties": false
  },
  "RollCallsView": {
    "type": "object",
    "properties": {
      "rollCalls": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/RollCallSummaryView"
        }
      },
      "strayVotes": {
        "type": "number",
        "description": "Votes of roll calls that no list describes."
      }
    },
    "required": [
      "rollCalls",
      "strayVotes"
    ],
    "additionalProperties": false
  },
  "RowChangeView": {
    "type": "object",
    "properties": {
      "is": {
        "type": "string",
        "enum": [
          "unchanged",
          "changed",
          "returned",
          "gone",
          "added",
          "ambiguous"
        ]
      },
      "before": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/ReleaseRowView"
        }
      },
      "after": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/ReleaseRowView"
        }
      },
      "changed": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/ChangedCellView"
        }
      }
    },
    "required": [
      "is",
      "before",
      "after",
      "changed"
    ],
    "additionalProperties": false,
    "description": "What became of a row, with both texts of every cell that differs."
  },
  "RowVisibilityView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "list": {
        "$ref": "#/components/schemas/NamedView"
      },
      "recordId": {
        "type": "string"
      },
      "decision": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/VisibilityDecisionView"
          },
          {
            "type": "null"
          }
        ],
        "description": "Null while nobody decided."
      },
      "of": {
        "type": [
          "string",
          "null"
        ],
        "enum": [
          "row",
          "list",
          null
        ],
        "description": "Of the row itself, or of its list as a whole."
      },
      "isEncrypted": {
        "type": "boolean",
        "description": "Whether its list is encrypted, and decided on as a whole."
      },
      "isForTeam": {
        "type": "boolean",
        "description": "Whether its list is for those who work in the case, and goes nowhere."
      }
    },
    "required": [
      "id",
      "list",
      "recordId",
      "decision",
      "of",
      "isEncrypted",
      "isForTeam"
    ],
    "additionalProperties": false
  },
  "RowsView": {
    "type": "object",
    "properties": {
      "columns": {
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "rows": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/RecordView"
        }
      },
      "offset": {
        "type": "number",
        "description": "Rows before the first of these."
      },
      "total": {
        "type": "number"
      }
    },
    "required": [
      "columns",
      "rows",
      "offset",
      "total"
    ],
    "additionalProperties": false
  },
  "SaidOfRowsView": {
    "type": "object",
    "properties": {
      "left": {
        "$ref": "#/components/schemas/RecordAddressView"
      },
      "right": {
        "$ref": "#/components/schemas/RecordAddressView"
      },
      "judgement": {
        "$ref": "#/components/schemas/JudgementView"
      }
    },
    "required": [
      "left",
      "right",
      "judgement"
    ],
    "additionalProperties": false
  },
  "SampleRowView": {
    "type": "object",
    "properties": {
      "row": {
        "type": "number"
      },
      "fields": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "field": {
              "type": "string"
            },
            "label": {
              "type": "string"
            },
            "written": {
              "type": "string",
              "description": "The cell, or the cells that are joined."
            },
            "read": {
              "type": [
                "string",
                "null"
              ],
              "description": "As it is read, in words; null where the cell says that nobody knows, or cannot be read."
            },
            "isUnread": {
              "type": "boolean",
              "description": "Whether it cannot be read."
            },
            "time": {
              "anyOf": [
                {
                  "$ref": "#/components/schemas/TimeView"
                },
                {
                  "type": "null"
                }
              ]
            }
          },
          "required": [
            "field",
            "label",
            "written",
            "read",
            "isUnread",
            "time"
          ],
          "additionalProperties": false
        }
      }
    },
    "required": [
      "row",
      "fields"
    ],
    "additionalProperties": false
  },
  "ScreenAnswers": {
    "type": "object",
    "properties": {
      "case": {
        "$ref": "#/components/schemas/CaseSummaryView"
      },
      "answers": {
        "$ref": "#/components/schemas/AnswersView-FigureOnScreen"
      }
    },
    "required": [
      "case",
      "answers"
    ],
    "additionalProperties": false
  },
  "SearchFacetView": {
    "type": "object",
    "properties": {
      "label": {
        "type": "string"
      },
      "values": {
        "type": "array",
        "description": "Of the things that fit what is chosen of all other facets; years in their order, all else the most frequent first. What is chosen is always among them, and so is null where the facet is missing of some.",
        "items": {
          "type": "object",
          "properties": {
            "value": {
              "type": [
                "string",
                "null"
              ]
            },
            "name": {
              "type": "string"
            },
            "count": {
              "type": "number"
            },
            "isChosen": {
              "type": "boolean"
            }
          },
          "required": [
            "value",
            "name",
            "count",
            "isChosen"
          ],
          "additionalProperties": false
        }
      },
      "more": {
        "type": "number",
        "description": "How many more values there are."
      }
    },
    "required": [
      "label",
      "values",
      "more"
    ],
    "additionalProperties": false
  },
  "SearchHitView": {
    "type": "object",
    "properties": {
      "kind": {
        "type": "string",
        "description": "source, statement, listed-person, listed-place, recommendation, roll-call, finding, or the kind of a subject."
      },
      "kindName": {
        "type": "string"
      },
      "id": {
        "type": "string"
      },
      "title": {
        "type": "string"
      },
      "remarks": {
        "type": "array",
        "description": "What must be read with it: that the speaker denies it, that its recorders took it back.",
        "items": {
          "type": "string"
        }
      },
      "text": {
        "type": "string",
        "description": "A long text is cut around what was found."
      },
      "marks": {
        "type": "object",
        "properties": {
          "title": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "start": {
                  "type": "number"
                },
                "end": {
                  "type": "number"
                },
                "how": {
                  "$ref": "#/components/schemas/FoundHow"
                }
              },
              "required": [
                "start",
                "end",
                "how"
              ],
              "additionalProperties": false
            }
          },
          "text": {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "start": {
                  "type": "number"
                },
                "end": {
                  "type": "number"
                },
                "how": {
                  "$ref": "#/components/schemas/FoundHow"
                }
              },
              "required": [
                "start",
                "end",
                "how"
              ],
              "additionalProperties": false
            }
          }
        },
        "required": [
          "title",
          "text"
        ],
        "additionalProperties": false
      },
      "also": {
        "type": "array",
        "description": "Other texts of the thing that hold what title and text do not, or hold only as a likeness.",
        "items": {
          "$ref": "#/components/schemas/MarkedText"
        }
      },
      "readAs": {
        "type": "array",
        "description": "Words that stand nowhere as they were asked for: what the reader wrote, what stands there, and how it was taken.",
        "items": {
          "type": "object",
          "properties": {
            "asked": {
              "type": "string"
            },
            "found": {
              "type": "string"
            },
            "how": {
              "$ref": "#/components/schemas/FoundHow"
            }
          },
          "required": [
            "asked",
            "found",
            "how"
          ],
          "additionalProperties": false
        }
      }
    },
    "required": [
      "kind",
      "kindName",
      "id",
      "title",
      "remarks",
      "text",
      "marks",
      "also",
      "readAs"
    ],
    "additionalProperties": false
  },
  "SearchView": {
    "type": "object",
    "properties": {
      "total": {
        "type": "number",
        "description": "Things that were found and fit every choice."
      },
      "upTo": {
        "$ref": "#/components/schemas/UpToView",
        "description": "What was recorded after `searchable` is not among the hits yet."
      },
      "offset": {
        "type": "number"
      },
      "isNear": {
        "type": "boolean",
        "description": "Whether spellings that are only near count too: they were asked for, or nothing closer was found."
      },
      "facets": {
        "type": "object",
        "properties": {
          "kind": {
            "$ref": "#/components/schemas/SearchFacetView"
          },
          "source": {
            "$ref": "#/components/schemas/SearchFacetView"
          },
          "list": {
            "$ref": "#/components/schemas/SearchFacetView"
          },
          "place": {
            "$ref": "#/components/schemas/SearchFacetView"
          },
          "speaker": {
            "$ref": "#/components/schemas/SearchFacetView"
          },
          "property": {
            "$ref": "#/components/schemas/SearchFacetView"
          },
          "status": {
            "$ref": "#/components/schemas/SearchFacetView"
          },
          "year": {
            "$ref": "#/components/schemas/SearchFacetView"
          },
          "solar-year": {
            "$ref": "#/components/schemas/SearchFacetView"
          },
          "script": {
            "$ref": "#/components/schemas/SearchFacetView"
          },
          "access": {
            "$ref": "#/components/schemas/SearchFacetView"
          }
        },
        "required": [
          "kind",
          "source",
          "list",
          "place",
          "speaker",
          "property",
          "status",
          "year",
          "solar-year",
          "script",
          "access"
        ],
        "additionalProperties": false
      },
      "hits": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/SearchHitView"
        }
      }
    },
    "required": [
      "total",
      "upTo",
      "offset",
      "isNear",
      "facets",
      "hits"
    ],
    "additionalProperties": false
  },
  "SelectorView": {
    "anyOf": [
      {
        "type": "object",
        "properties": {
          "type": {
            "type": "string",
            "const": "TextPositionSelector"
          },
          "start": {
            "type": "number"
          },
          "end": {
            "type": "number"
          }
        },
        "required": [
          "type",
          "start",
          "end"
        ],
        "additionalProperties": false
      },
      {
        "$ref": "#/components/schemas/QuoteSelectorView"
      },
      {
        "type": "object",
        "properties": {
          "type": {
            "type": "string",
            "const": "FragmentSelector"
          },
          "conformsTo": {
            "type": "string",
            "description": "The specification of the fragment."
          },
          "value": {
            "type": "string",
            "description": "Such as `page=3&viewrect=72,120,200,24`, `t=10,20`, `cell=5,2`, `'Sheet one'!B5` or `xywh=0,0,10,10`."
          },
          "refinedBy": {
            "$ref": "#/components/schemas/QuoteSelectorView"
          }
        },
        "required": [
          "type",
          "conformsTo",
          "value"
        ],
        "additionalProperties": false
      }
    ],
    "description": "Selectors of the W3C Web Annotation Data Model: running text by 4.2.5 and 4.2.4, any other place by 4.2.1 with the quote as its refinement (4.2.9). Words around the quote whose consent is missing stand as █, sign for sign."
  },
  "ShownPersons": {
    "type": "string",
    "enum": [
      "open",
      "decided"
    ]
  },
  "SideBySide": {
    "type": "object",
    "properties": {
      "left": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/DiffPart"
        }
      },
      "right": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/DiffPart"
        }
      }
    },
    "required": [
      "left",
      "right"
    ],
    "additionalProperties": false
  },
  "SignaturesView": {
    "type": "object",
    "properties": {
      "category": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/NamedView"
          },
          {
            "type": "null"
          }
        ],
        "description": "Null for all who signed."
      },
      "declared": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "statement": {
              "$ref": "#/components/schemas/StatementView"
            },
            "missing": {
              "type": [
                "number",
                "null"
              ]
            },
            "beyond": {
              "type": [
                "number",
                "null"
              ]
            },
            "text": {
              "type": "string",
              "description": "The declared number beside those who are named."
            }
          },
          "required": [
            "statement",
            "missing",
            "beyond",
            "text"
          ],
          "additionalProperties": false
        }
      },
      "named": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/NamedView"
        }
      },
      "contested": {
        "type": "array",
        "description": "Of them those of whom another statement denies it.",
        "items": {
          "$ref": "#/components/schemas/NamedView"
        }
      }
    },
    "required": [
      "category",
      "declared",
      "named",
      "contested"
    ],
    "additionalProperties": false,
    "description": "How many are said to have signed, beside the signatories that a statement names. A difference is no error."
  },
  "SitePageView": {
    "type": "object",
    "properties": {
      "site": {
        "$ref": "#/components/schemas/NamedView"
      },
      "place": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/NamedView"
          },
          {
            "type": "null"
          }
        ]
      },
      "status": {
        "$ref": "#/components/schemas/SiteStatusView"
      },
      "life": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/SiteStageView"
        }
      },
      "threats": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/StatementView"
        }
      },
      "facts": {
        "type": "array",
        "description": "Kind, existence, persons, land and place, each with every statement.",
        "items": {
          "type": "object",
          "properties": {
            "property": {
              "type": "string"
            },
            "propertyText": {
              "type": "string"
            },
            "support": {
              "$ref": "#/components/schemas/SupportView",
              "description": "Of all of them together."
            },
            "statements": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/StatementView"
              }
            }
          },
          "required": [
            "property",
            "propertyText",
            "support",
            "statements"
          ],
          "additionalProperties": false
        }
      },
      "control": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/LandControlView"
        }
      },
      "images": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/ImageView"
        }
      },
      "imagePairs": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "before": {
              "$ref": "#/components/schemas/ImageView"
            },
            "after": {
              "$ref": "#/components/schemas/ImageView"
            }
          },
          "required": [
            "before",
            "after"
          ],
          "additionalProperties": false
        }
      },
      "coordinate": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/CoordinateView"
          },
          {
            "type": "null"
          }
        ],
        "description": "The most exact of its own; else that of its place."
      },
      "outlines": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/OutlineView"
        }
      },
      "later": {
        "type": "number",
        "description": "Statements about times after the day: left out."
      },
      "publication": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/PublicationView"
          },
          {
            "type": "null"
          }
        ],
        "description": "What was decided about telling its place; null while nobody decided."
      },
      "publicationText": {
        "type": "string",
        "description": "The decision in words, and that this view is for those who work in the case where it is."
      },
      "on": {
        "type": [
          "number",
          "null"
        ],
        "description": "Days since 1970-01-01; null for whatever is known."
      },
      "audience": {
        "$ref": "#/components/schemas/Audience"
      }
    },
    "required": [
      "audience",
      "control",
      "coordinate",
      "facts",
      "imagePairs",
      "images",
      "later",
      "life",
      "on",
      "outlines",
      "place",
      "publication",
      "publicationText",
      "site",
      "status",
      "threats"
    ],
    "additionalProperties": false
  },
  "SiteStageView": {
    "type": "object",
    "properties": {
      "property": {
        "type": "string"
      },
      "text": {
        "type": "string"
      },
      "detail": {
        "type": "string"
      },
      "time": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/TimeView"
          },
          {
            "type": "null"
          }
        ]
      },
      "statement": {
        "type": "string"
      },
      "key": {
        "type": [
          "string",
          "null"
        ],
        "description": "Its recorder's short label, or null."
      },
      "speaker": {
        "type": "string"
      },
      "polarity": {
        "type": "string",
        "enum": [
          "asserts",
          "denies"
        ],
        "description": "A stage may be denied: that stands beside it."
      }
    },
    "required": [
      "property",
      "text",
      "detail",
      "time",
      "statement",
      "key",
      "speaker",
      "polarity"
    ],
    "additionalProperties": false
  },
  "SiteStatusView": {
    "type": "object",
    "properties": {
      "code": {
        "type": "string",
        "enum": [
          "destroyed",
          "threatened",
          "reported",
          "other"
        ]
      },
      "text": {
        "type": "string"
      },
      "certain": {
        "type": "boolean"
      }
    },
    "required": [
      "code",
      "text",
      "certain"
    ],
    "additionalProperties": false,
    "description": "As of the day asked for: what is certain, and what is only possible because its time is uncertain."
  },
  "SiteView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "place": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/NamedView"
          },
          {
            "type": "null"
          }
        ]
      },
      "coordinate": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/CoordinateView"
          },
          {
            "type": "null"
          }
        ],
        "description": "Its own, or that of its place; a site is never placed more finely than its source."
      },
      "outlines": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/OutlineView"
        }
      },
      "life": {
        "type": "array",
        "description": "What is known by the day asked for.",
        "items": {
          "$ref": "#/components/schemas/SiteStageView"
        }
      },
      "status": {
        "$ref": "#/components/schemas/SiteStatusView"
      },
      "publicationText": {
        "type": "string",
        "description": "What strangers may be told of where it lies, in words."
      }
    },
    "required": [
      "id",
      "name",
      "place",
      "coordinate",
      "outlines",
      "life",
      "status",
      "publicationText"
    ],
    "additionalProperties": false
  },
  "SmallCellView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string",
        "description": "The figure, or the estimate of whose table it is a cell: what may be left out."
      },
      "is": {
        "type": "string",
        "enum": [
          "figure",
          "estimate"
        ]
      },
      "label": {
        "type": "string"
      },
      "lists": {
        "type": "array",
        "description": "Of a cell of a table, the lists that name its persons.",
        "items": {
          "type": "string"
        }
      },
      "persons": {
        "type": "number",
        "description": "So many of its persons are not shown in full."
      }
    },
    "required": [
      "id",
      "is",
      "label",
      "lists",
      "persons"
    ],
    "additionalProperties": false
  },
  "SourceCheckView": {
    "type": "object",
    "properties": {
      "source": {
        "$ref": "#/components/schemas/NamedView"
      },
      "fileName": {
        "type": "string"
      },
      "sizeBytes": {
        "type": "number"
      },
      "sha256": {
        "type": "string",
        "description": "As it was sealed."
      },
      "isIntact": {
        "type": "boolean",
        "description": "Whether the bytes have that hash."
      },
      "isReadable": {
        "type": "boolean",
        "description": "Whether they could be read too: false for what is encrypted and whose key is not at hand."
      },
      "act": {
        "type": "object",
        "properties": {
          "leafIndex": {
            "type": "number"
          },
          "at": {
            "type": "string",
            "description": "When it was sealed, by the act."
          },
          "isProven": {
            "type": "boolean",
            "description": "Its signature holds, and it stands in the log that the checkpoint signs."
          }
        },
        "required": [
          "leafIndex",
          "at",
          "isProven"
        ],
        "additionalProperties": false
      },
      "treeSize": {
        "type": "number"
      },
      "root": {
        "type": "string"
      },
      "ok": {
        "type": "boolean",
        "description": "All of it together."
      }
    },
    "required": [
      "source",
      "fileName",
      "sizeBytes",
      "sha256",
      "isIntact",
      "isReadable",
      "act",
      "treeSize",
      "root",
      "ok"
    ],
    "additionalProperties": false,
    "description": "The bytes of one source, hashed again now, and the act that sealed them. Integrity only, never truth."
  },
  "SourceImported": {
    "type": "object",
    "properties": {
      "acts": {
        "type": "array",
        "description": "In the order of the log; none when the change said nothing new.",
        "items": {
          "$ref": "#/components/schemas/ActReceipt"
        }
      },
      "treeSize": {
        "type": "number",
        "description": "Acts in the log after it."
      },
      "root": {
        "type": "string",
        "description": "SHA-256 root over them, as hexadecimal digits."
      },
      "imported": {
        "$ref": "#/components/schemas/ListImportedView"
      }
    },
    "required": [
      "acts",
      "imported",
      "root",
      "treeSize"
    ],
    "additionalProperties": false
  },
  "SourceMediaView": {
    "type": "object",
    "properties": {
      "kind": {
        "type": "string",
        "enum": [
          "picture",
          "sound",
          "film",
          "pages"
        ],
        "description": "pages: of a document, drawn one at a time."
      },
      "mediaType": {
        "type": "string",
        "description": "By its content."
      },
      "sizeBytes": {
        "type": "number",
        "description": "Of the bytes in the vault."
      }
    },
    "required": [
      "kind",
      "mediaType",
      "sizeBytes"
    ],
    "additionalProperties": false
  },
  "SourceSummaryView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "key": {
        "type": "string"
      },
      "title": {
        "type": "string"
      },
      "role": {
        "type": "string",
        "enum": [
          "evidence",
          "working"
        ]
      },
      "roleText": {
        "type": [
          "string",
          "null"
        ],
        "description": "Says that this is a summary and where the original is; null for an original."
      },
      "original": {
        "type": [
          "string",
          "null"
        ]
      },
      "language": {
        "type": "string"
      },
      "mediaType": {
        "type": "string"
      },
      "sha256": {
        "type": "string",
        "description": "Of the bytes in the vault; of an encrypted source, of its ciphertext."
      },
      "sizeBytes": {
        "type": "number"
      },
      "isEncrypted": {
        "type": "boolean"
      },
      "statements": {
        "type": "number"
      },
      "records": {
        "type": "number"
      },
      "sealedAt": {
        "type": "string"
      }
    },
    "required": [
      "id",
      "key",
      "title",
      "role",
      "roleText",
      "original",
      "language",
      "mediaType",
      "sha256",
      "sizeBytes",
      "isEncrypted",
      "statements",
      "records",
      "sealedAt"
    ],
    "additionalProperties": false
  },
  "SourceView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "key": {
        "type": "string"
      },
      "title": {
        "type": "string"
      },
      "role": {
        "type": "string",
        "enum": [
          "evidence",
          "working"
        ]
      },
      "roleText": {
        "type": [
          "string",
          "null"
        ],
        "description": "Says that this is a summary and where the original is; null for an original."
      },
      "original": {
        "type": [
          "string",
          "null"
        ]
      },
      "language": {
        "type": "string"
      },
      "mediaType": {
        "type": "string"
      },
      "sha256": {
        "type": "string",
        "description": "Of the bytes in the vault; of an encrypted source, of its ciphertext."
      },
      "sizeBytes": {
        "type": "number"
      },
      "isEncrypted": {
        "type": "boolean"
      },
      "statements": {
        "type": "number"
      },
      "records": {
        "type": "number"
      },
      "sealedAt": {
        "type": "string"
      },
      "withheld": {
        "type": [
          "string",
          "null"
        ],
        "enum": [
          "withdrawn",
          "expired",
          null
        ],
        "description": "Why its text and rows are not shown: the consent on it was withdrawn or has run out."
      },
      "remarks": {
        "type": "array",
        "description": "What a person should know about the file before working with it.",
        "items": {
          "type": "string"
        }
      },
      "isInspected": {
        "type": "boolean",
        "description": "Whether the file was looked at when it was sealed: only then do no remarks mean that nothing was noticed."
      },
      "custody": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/CustodyView"
        }
      },
      "grades": {
        "type": "array",
        "description": "What people think of it, by topic; no answer is computed from it.",
        "items": {
          "$ref": "#/components/schemas/GradeView"
        }
      },
      "media": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/SourceMediaView"
          },
          {
            "type": "null"
          }
        ],
        "description": "Of a picture or a recording that a page may show; null for anything else, and for what is held back."
      },
      "description": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/DescriptionView"
          },
          {
            "type": "null"
          }
        ],
        "description": "What can be seen or heard in it, told before it is shown; null while nobody said so."
      },
      "text": {
        "type": [
          "string",
          "null"
        ],
        "description": "The text that passages count over; null for a list, which shows its rows."
      },
      "statementsAt": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/StatementView"
        }
      },
      "table": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "list": {
                "type": "string",
                "description": "The name under which it was imported, and the id of the act that did so."
              },
              "import": {
                "type": "string"
              },
              "columns": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "rows": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/RecordView"
                }
              },
              "total": {
                "type": "number"
              }
            },
            "required": [
              "list",
              "import",
              "columns",
              "rows",
              "total"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ],
        "description": "For a list: its columns and its first rows."
      }
    },
    "required": [
      "custody",
      "description",
      "grades",
      "id",
      "isEncrypted",
      "isInspected",
      "key",
      "language",
      "media",
      "mediaType",
      "original",
      "records",
      "remarks",
      "role",
      "roleText",
      "sealedAt",
      "sha256",
      "sizeBytes",
      "statements",
      "statementsAt",
      "table",
      "text",
      "title",
      "withheld"
    ],
    "additionalProperties": false
  },
  "SourcesAnswer": {
    "type": "object",
    "properties": {
      "sources": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/SourceSummaryView"
        }
      }
    },
    "required": [
      "sources"
    ],
    "additionalProperties": false
  },
  "SpokenOf": {
    "type": "object",
    "properties": {
      "id": {
        "type": [
          "string",
          "null"
        ]
      },
      "name": {
        "type": "string"
      }
    },
    "required": [
      "id",
      "name"
    ],
    "additionalProperties": false,
    "description": "A list or source that is spoken of; `id` is null where the case does not hold it."
  },
  "StandardOfProof": {
    "type": "string",
    "enum": [
      "reasonable-suspicion",
      "reasonable-grounds-to-believe",
      "balance-of-probabilities",
      "clear-and-convincing",
      "beyond-reasonable-doubt"
    ]
  },
  "StartedKind": {
    "type": "string",
    "enum": [
      "link",
      "estimate"
    ]
  },
  "StatedPersonView": {
    "type": "object",
    "properties": {
      "person": {
        "$ref": "#/components/schemas/NamedView"
      },
      "mentions": {
        "type": "array",
        "description": "Mentions that somebody decided are this person: what is said of them is here too.",
        "items": {
          "$ref": "#/components/schemas/NamedView"
        }
      },
      "confirmation": {
        "$ref": "#/components/schemas/ConfirmationView"
      },
      "sequenceText": {
        "type": [
          "string",
          "null"
        ],
        "description": "That by the dates as stated the person was born after they died; null where that is not so."
      },
      "withheld": {
        "type": "number",
        "description": "Statements about the person that are not told, as consent is missing."
      },
      "fields": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "property": {
              "type": "string"
            },
            "propertyText": {
              "type": "string"
            },
            "shown": {
              "type": [
                "number",
                "null"
              ],
              "description": "Index of the claim to show; null where the rule chooses none."
            },
            "shownBy": {
              "type": "string",
              "description": "The rule by which it is shown, or none is."
            },
            "confirmation": {
              "$ref": "#/components/schemas/Confirmation"
            },
            "confirmationText": {
              "type": "string"
            },
            "claims": {
              "type": "array",
              "description": "The best borne out first.",
              "items": {
                "type": "object",
                "properties": {
                  "valueText": {
                    "type": "string"
                  },
                  "time": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/TimeView"
                      },
                      {
                        "type": "null"
                      }
                    ]
                  },
                  "place": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/NamedView"
                      },
                      {
                        "type": "null"
                      }
                    ]
                  },
                  "voices": {
                    "type": "number"
                  },
                  "firstHand": {
                    "type": "number"
                  },
                  "exactly": {
                    "type": "number",
                    "description": "Voices that say just this, no more coarsely and no more finely."
                  },
                  "asserting": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/StatementView"
                    }
                  },
                  "denying": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/StatementView"
                    }
                  }
                },
                "required": [
                  "valueText",
                  "time",
                  "place",
                  "voices",
                  "firstHand",
                  "exactly",
                  "asserting",
                  "denying"
                ],
                "additionalProperties": false
              }
            }
          },
          "required": [
            "property",
            "propertyText",
            "shown",
            "shownBy",
            "confirmation",
            "confirmationText",
            "claims"
          ],
          "additionalProperties": false
        }
      }
    },
    "required": [
      "person",
      "mentions",
      "confirmation",
      "sequenceText",
      "withheld",
      "fields"
    ],
    "additionalProperties": false
  },
  "StatementEntered": {
    "type": "object",
    "properties": {
      "key": {
        "type": [
          "string",
          "null"
        ]
      },
      "id": {
        "type": "string",
        "description": "The hash of its content; random for one that is encrypted."
      },
      "leafIndex": {
        "type": "number",
        "description": "The leaf of the act that records it, now or before."
      },
      "isNew": {
        "type": "boolean",
        "description": "False where the case holds the same statement already."
      },
      "supersedes": {
        "type": [
          "string",
          "null"
        ],
        "description": "The id of the statement whose key it took over; null for most."
      }
    },
    "required": [
      "key",
      "id",
      "leafIndex",
      "isNew",
      "supersedes"
    ],
    "additionalProperties": false
  },
  "StatementStays": {
    "type": "string",
    "enum": [
      "access",
      "allegation",
      "consent",
      "status",
      "person",
      "site",
      "field"
    ]
  },
  "StatementView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "key": {
        "type": [
          "string",
          "null"
        ]
      },
      "subject": {
        "$ref": "#/components/schemas/NamedView"
      },
      "property": {
        "type": "string"
      },
      "propertyText": {
        "type": "string",
        "description": "The property in words."
      },
      "valueText": {
        "type": "string"
      },
      "nameForm": {
        "type": [
          "string",
          "null"
        ],
        "description": "What kind of name, for a name; null otherwise."
      },
      "basis": {
        "type": [
          "string",
          "null"
        ],
        "description": "How the speaker comes to a count, and how sure the speaker is; null where it does not say."
      },
      "certainty": {
        "type": [
          "string",
          "null"
        ]
      },
      "of": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/NamedView"
          },
          {
            "type": "null"
          }
        ],
        "description": "Whom it is of: the holder of a rank, who answered an appeal."
      },
      "category": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/NamedView"
          },
          {
            "type": "null"
          }
        ],
        "description": "The group of signatories that is meant."
      },
      "time": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/TimeView"
          },
          {
            "type": "null"
          }
        ]
      },
      "timeAsWritten": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "text": {
                "type": "string"
              },
              "calendar": {
                "$ref": "#/components/schemas/Calendar"
              },
              "calendarText": {
                "type": "string"
              }
            },
            "required": [
              "text",
              "calendar",
              "calendarText"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ],
        "description": "The words that the time was read from, where the recorder kept them; `calendarText` names their calendar."
      },
      "place": {
        "type": [
          "string",
          "null"
        ]
      },
      "speaker": {
        "$ref": "#/components/schemas/NamedView"
      },
      "chain": {
        "type": "string",
        "enum": [
          "first-hand",
          "second-hand",
          "further"
        ]
      },
      "via": {
        "type": [
          "string",
          "null"
        ]
      },
      "said": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/TimeView"
          },
          {
            "type": "null"
          }
        ],
        "description": "When it was said or written, where that is another time than the one it speaks of."
      },
      "translation": {
        "anyOf": [
          {
            "type": "object",
            "properties": {
              "text": {
                "type": "string"
              },
              "by": {
                "type": "string"
              },
              "isMachine": {
                "type": "boolean"
              }
            },
            "required": [
              "text",
              "by",
              "isMachine"
            ],
            "additionalProperties": false
          },
          {
            "type": "null"
          }
        ],
        "description": "Of the quote; `isMachine`: by a program, which nobody has to believe."
      },
      "extractedBy": {
        "type": [
          "string",
          "null"
        ],
        "description": "Who or what took it from the source."
      },
      "reviewedBy": {
        "type": [
          "string",
          "null"
        ],
        "description": "Who accepted it; null while nobody has."
      },
      "credibility": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/GradeView"
          },
          {
            "type": "null"
          }
        ],
        "description": "What somebody thinks of it; nothing is computed from it."
      },
      "polarity": {
        "type": "string",
        "enum": [
          "asserts",
          "denies"
        ]
      },
      "standing": {
        "type": "string",
        "enum": [
          "reported",
          "alleged",
          "open"
        ],
        "description": "`alleged` is shown only at the source, with the words of `standingText`."
      },
      "standingText": {
        "type": "string"
      },
      "access": {
        "type": "string",
        "enum": [
          "open",
          "team",
          "restricted",
          "sealed"
        ]
      },
      "status": {
        "type": "string",
        "enum": [
          "draft",
          "accepted",
          "conflict",
          "work-needed",
          "issue",
          "withdrawn"
        ],
        "description": "How far its recorders have come with it; it never says whether the statement is true."
      },
      "statusText": {
        "type": "string"
      },
      "note": {
        "type": [
          "string",
          "null"
        ]
      },
      "source": {
        "$ref": "#/components/schemas/NamedView"
      },
      "at": {
        "$ref": "#/components/schemas/PlaceInSourceView"
      },
      "atText": {
        "type": "string",
        "description": "The place in words; empty for running text."
      },
      "quote": {
        "type": "string",
        "description": "Empty where a picture has no words."
      },
      "seen": {
        "type": [
          "string",
          "null"
        ],
        "description": "What the recorder saw in a region of a picture."
      }
    },
    "required": [
      "id",
      "key",
      "subject",
      "property",
      "propertyText",
      "valueText",
      "nameForm",
      "basis",
      "certainty",
      "of",
      "category",
      "time",
      "timeAsWritten",
      "place",
      "speaker",
      "chain",
      "via",
      "said",
      "translation",
      "extractedBy",
      "reviewedBy",
      "credibility",
      "polarity",
      "standing",
      "standingText",
      "access",
      "status",
      "statusText",
      "note",
      "source",
      "at",
      "atText",
      "quote",
      "seen"
    ],
    "additionalProperties": false
  },
  "StatementsRecorded": {
    "type": "object",
    "properties": {
      "acts": {
        "type": "array",
        "description": "In the order of the log; none when the change said nothing new.",
        "items": {
          "$ref": "#/components/schemas/ActReceipt"
        }
      },
      "treeSize": {
        "type": "number",
        "description": "Acts in the log after it."
      },
      "root": {
        "type": "string",
        "description": "SHA-256 root over them, as hexadecimal digits."
      },
      "statements": {
        "type": "array",
        "description": "One for each statement that was sent, in their order.",
        "items": {
          "$ref": "#/components/schemas/StatementEntered"
        }
      }
    },
    "required": [
      "acts",
      "root",
      "statements",
      "treeSize"
    ],
    "additionalProperties": false
  },
  "StatusRecorded": {
    "type": "object",
    "properties": {
      "acts": {
        "type": "array",
        "description": "In the order of the log; none when the change said nothing new.",
        "items": {
          "$ref": "#/components/schemas/ActReceipt"
        }
      },
      "treeSize": {
        "type": "number",
        "description": "Acts in the log after it."
      },
      "root": {
        "type": "string",
        "description": "SHA-256 root over them, as hexadecimal digits."
      },
      "statement": {
        "type": "string",
        "description": "The id of the statement."
      }
    },
    "required": [
      "acts",
      "root",
      "statement",
      "treeSize"
    ],
    "additionalProperties": false
  },
  "StrataView": {
    "type": "object",
    "properties": {
      "lists": {
        "type": "array",
        "description": "Names of the lists, those that count as one together; empty where no estimate of linked lists is recorded.",
        "items": {
          "type": "string"
        }
      },
      "ways": {
        "type": "array",
        "description": "By what they can be divided: what each of the lists tells, of which there are at least two groups.",
        "items": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string"
            },
            "label": {
              "type": "string"
            }
          },
          "required": [
            "id",
            "label"
          ],
          "additionalProperties": false
        }
      },
      "apart": {
        "type": "array",
        "description": "Places under two names, each of one list alone: they divide nobody, and linkage compares none of them.",
        "items": {
          "type": "object",
          "properties": {
            "field": {
              "type": "string"
            },
            "list": {
              "type": "string"
            }
          },
          "required": [
            "field",
            "list"
          ],
          "additionalProperties": false
        }
      },
      "by": {
        "type": [
          "string",
          "null"
        ],
        "description": "The way that was asked for, or the first one; null where there is none."
      },
      "strata": {
        "type": "array",
        "description": "Times and ages in their order, all else the most persons first.",
        "items": {
          "$ref": "#/components/schemas/StratumView"
        }
      },
      "all": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/StratumView"
          },
          {
            "type": "null"
          }
        ]
      },
      "others": {
        "type": "object",
        "properties": {
          "groups": {
            "type": "number"
          },
          "persons": {
            "type": "number"
          }
        },
        "required": [
          "groups",
          "persons"
        ],
        "additionalProperties": false,
        "description": "Groups beyond those shown."
      },
      "unrecorded": {
        "type": "number",
        "description": "Persons of whom no row tells."
      },
      "differing": {
        "type": "number",
        "description": "Persons whose rows give more than one group: each is counted in one of them."
      }
    },
    "required": [
      "lists",
      "ways",
      "apart",
      "by",
      "strata",
      "all",
      "others",
      "unrecorded",
      "differing"
    ],
    "additionalProperties": false
  },
  "StratumView": {
    "type": "object",
    "properties": {
      "value": {
        "type": [
          "string",
          "null"
        ],
        "description": "Of the group; null of all persons together."
      },
      "label": {
        "type": "string"
      },
      "written": {
        "type": "array",
        "description": "Other words that lists write for it, the most frequent first.",
        "items": {
          "type": "string"
        }
      },
      "persons": {
        "type": "number"
      },
      "seenOn": {
        "type": "array",
        "description": "How many are on one list, on two, and so on. Lists that count as one are one.",
        "items": {
          "type": "number"
        }
      },
      "lowerBound": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/BoundOfPersons"
          },
          {
            "type": "null"
          }
        ],
        "description": "Null where nobody of the group is on more than one list."
      }
    },
    "required": [
      "value",
      "label",
      "written",
      "persons",
      "seenOn",
      "lowerBound"
    ],
    "additionalProperties": false
  },
  "SubjectEntered": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "isNew": {
        "type": "boolean",
        "description": "False where the case names it so already."
      },
      "wasNamed": {
        "type": [
          "string",
          "null"
        ],
        "description": "What it was called before, where this names it anew; null for most."
      }
    },
    "required": [
      "id",
      "isNew",
      "wasNamed"
    ],
    "additionalProperties": false
  },
  "SubjectKind": {
    "type": "string",
    "enum": [
      "event",
      "group",
      "person",
      "mention",
      "office",
      "body",
      "site",
      "place",
      "appeal",
      "document",
      "speaker",
      "list",
      "question"
    ]
  },
  "SubjectView": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "kind": {
        "$ref": "#/components/schemas/SubjectKind"
      },
      "kindLabel": {
        "type": "string"
      },
      "otherNames": {
        "type": "array",
        "description": "What else it is called.",
        "items": {
          "type": "string"
        }
      }
    },
    "required": [
      "id",
      "kind",
      "kindLabel",
      "name",
      "otherNames"
    ],
    "additionalProperties": false
  },
  "SubjectsNamed": {
    "type": "object",
    "properties": {
      "acts": {
        "type": "array",
        "description": "In the order of the log; none when the change said nothing new.",
        "items": {
          "$ref": "#/components/schemas/ActReceipt"
        }
      },
      "treeSize": {
        "type": "number",
        "description": "Acts in the log after it."
      },
      "root": {
        "type": "string",
        "description": "SHA-256 root over them, as hexadecimal digits."
      },
      "subjects": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/SubjectEntered"
        }
      }
    },
    "required": [
      "acts",
      "root",
      "subjects",
      "treeSize"
    ],
    "additionalProperties": false
  },
  "SubjectsView": {
    "type": "object",
    "properties": {
      "total": {
        "type": "number",
        "description": "How many fit."
      },
      "subjects": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/SubjectView"
        }
      },
      "isTaken": {
        "type": "boolean",
        "description": "Whether the id that was asked about is that of a subject, shown or not; false when none was asked about."
      }
    },
    "required": [
      "total",
      "subjects",
      "isTaken"
    ],
    "additionalProperties": false
  },
  "Support": {
    "type": "object",
    "properties": {
      "statements": {
        "type": "number"
      },
      "voices": {
        "type": "number",
        "description": "Independent voices: speakers of one independence group are one."
      },
      "firstHand": {
        "type": "number",
        "description": "Voices that speak first-hand."
      },
      "originals": {
        "type": "number",
        "description": "Sources of which the case holds the original."
      }
    },
    "required": [
      "statements",
      "voices",
      "firstHand",
      "originals"
    ],
    "additionalProperties": false
  },
  "SupportView": {
    "type": "object",
    "properties": {
      "voices": {
        "type": "number"
      },
      "firstHand": {
        "type": "number"
      }
    },
    "required": [
      "voices",
      "firstHand"
    ],
    "additionalProperties": false,
    "description": "Speakers of one independence group are one voice."
  },
  "TableColumnView": {
    "type": "object",
    "properties": {
      "column": {
        "type": "string"
      },
      "samples": {
        "type": "array",
        "description": "Different values from the top, as they stand.",
        "items": {
          "type": "string"
        }
      },
      "filled": {
        "type": "number",
        "description": "Rows in which it says something, of the first two thousand."
      },
      "digits": {
        "type": "array",
        "description": "Whose digits it has, the most frequent first.",
        "items": {
          "type": "string",
          "enum": [
            "ascii",
            "persian",
            "arabic"
          ]
        }
      },
      "field": {
        "type": [
          "string",
          "null"
        ],
        "description": "The field that is proposed for it; null for none."
      },
      "recipe": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/FieldRecipeView"
          },
          {
            "type": "null"
          }
        ]
      },
      "why": {
        "type": "string",
        "enum": [
          "heading",
          "values",
          "none"
        ],
        "description": "What the proposal is made from."
      },
      "readable": {
        "type": [
          "number",
          "null"
        ],
        "description": "Share of the values that are read as dates so, 0 to 1; null where the column has none."
      },
      "isOrderGuessed": {
        "type": "boolean",
        "description": "Whether day and month could be the other way round."
      }
    },
    "required": [
      "column",
      "samples",
      "filled",
      "digits",
      "field",
      "recipe",
      "why",
      "readable",
      "isOrderGuessed"
    ],
    "additionalProperties": false
  },
  "TableView": {
    "type": "object",
    "properties": {
      "source": {
        "type": "object",
        "properties": {
          "id": {
            "type": "string"
          },
          "key": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "fileName": {
            "type": "string"
          },
          "sha256": {
            "type": "string",
            "description": "Of the file's bytes, also where they are encrypted."
          },
          "sizeBytes": {
            "type": "number"
          },
          "isEncrypted": {
            "type": "boolean"
          },
          "sealedAt": {
            "type": "string",
            "description": "ISO time."
          }
        },
        "required": [
          "id",
          "key",
          "title",
          "fileName",
          "sha256",
          "sizeBytes",
          "isEncrypted",
          "sealedAt"
        ],
        "additionalProperties": false
      },
      "sheets": {
        "anyOf": [
          {
            "type": "array",
            "items": {
              "type": "object",
              "properties": {
                "name": {
                  "type": "string"
                },
                "isHidden": {
                  "type": "boolean"
                },
                "rows": {
                  "type": "number"
                }
              },
              "required": [
                "name",
                "isHidden",
                "rows"
              ],
              "additionalProperties": false
            }
          },
          {
            "type": "null"
          }
        ],
        "description": "Null for a table of text."
      },
      "sheet": {
        "type": [
          "string",
          "null"
        ]
      },
      "encoding": {
        "type": "string",
        "description": "`xlsx` for a workbook."
      },
      "delimiter": {
        "type": [
          "string",
          "null"
        ],
        "description": "Null for a workbook."
      },
      "headingRow": {
        "type": "number",
        "description": "The row of the sheet or the line of the text in which the column names stand."
      },
      "rowCount": {
        "type": "number",
        "description": "Rows below the heading."
      },
      "top": {
        "type": "array",
        "description": "The first rows as they stand, also those above the heading.",
        "items": {
          "type": "object",
          "properties": {
            "line": {
              "type": "number"
            },
            "cells": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          "required": [
            "line",
            "cells"
          ],
          "additionalProperties": false
        }
      },
      "rows": {
        "type": "array",
        "description": "The first rows below the heading, as many as were asked for.",
        "items": {
          "type": "object",
          "properties": {
            "row": {
              "type": "number"
            },
            "cells": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          "required": [
            "row",
            "cells"
          ],
          "additionalProperties": false
        }
      },
      "notices": {
        "type": "array",
        "description": "How it was read and what was guessed.",
        "items": {
          "type": "string"
        }
      },
      "columns": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/TableColumnView"
        }
      },
      "id": {
        "type": [
          "string",
          "null"
        ],
        "description": "The column that is proposed to name the rows."
      },
      "fields": {
        "type": "array",
        "description": "Fields that a column can be mapped to.",
        "items": {
          "type": "object",
          "properties": {
            "field": {
              "type": "string"
            },
            "label": {
              "type": "string"
            },
            "kind": {
              "$ref": "#/components/schemas/FieldKindView"
            }
          },
          "required": [
            "field",
            "label",
            "kind"
          ],
          "additionalProperties": false
        }
      },
      "imported": {
        "type": "array",
        "description": "Lists that were imported from this file.",
        "items": {
          "type": "object",
          "properties": {
            "list": {
              "type": "string"
            },
            "records": {
              "type": "number"
            }
          },
          "required": [
            "list",
            "records"
          ],
          "additionalProperties": false
        }
      },
      "recipes": {
        "type": "array",
        "description": "Recipes of the lists of the case.",
        "items": {
          "type": "object",
          "properties": {
            "list": {
              "type": "string"
            },
            "recipe": {
              "$ref": "#/components/schemas/ListRecipeView"
            },
            "missing": {
              "type": "array",
              "description": "Columns that it names and this table does not have.",
              "items": {
                "type": "string"
              }
            }
          },
          "required": [
            "list",
            "recipe",
            "missing"
          ],
          "additionalProperties": false
        }
      }
    },
    "required": [
      "source",
      "sheets",
      "sheet",
      "encoding",
      "delimiter",
      "headingRow",
      "rowCount",
      "top",
      "rows",
      "notices",
      "columns",
      "id",
      "fields",
      "imported",
      "recipes"
    ],
    "additionalProperties": false,
    "description": "A sealed file, looked at as a table."
  },
  "TimePrecision": {
    "type": "string",
    "enum": [
      "day",
      "month",
      "season",
      "year",
      "decade",
      "century",
      "interval",
      "unknown"
    ],
    "description": "How fine the writing is, in its own calendar: `1367/5` of the Solar Hijri calendar is a month although its EDTF form is an interval of Gregorian days. `unknown` says that the writing names no day at all."
  },
  "TimeView": {
    "type": "object",
    "properties": {
      "edtf": {
        "type": "string",
        "description": "Normalised EDTF, Gregorian."
      },
      "earliest": {
        "type": [
          "number",
          "null"
        ],
        "description": "Whole days since 1970-01-01; null where the bound is open or unknown."
      },
      "latest": {
        "type": [
          "number",
          "null"
        ]
      },
      "calendar": {
        "$ref": "#/components/schemas/Calendar",
        "description": "The calendar that it was written in, and how fine: what it must not be shown finer than."
      },
      "precision": {
        "$ref": "#/components/schemas/TimePrecision"
      },
      "gregorian": {
        "type": "string",
        "description": "In words, in the language asked for."
      },
      "solarHijri": {
        "type": "string"
      },
      "lunarHijri": {
        "type": "string"
      }
    },
    "required": [
      "edtf",
      "earliest",
      "latest",
      "calendar",
      "precision",
      "gregorian",
      "solarHijri",
      "lunarHijri"
    ],
    "additionalProperties": false,
    "description": "A time as it is shown: never finer than it is known."
  },
  "TraceLinkView": {
    "$ref": "#/components/schemas/ChainLink"
  },
  "TraceView": {
    "type": "object",
    "properties": {
      "figure": {
        "$ref": "#/components/schemas/FigureView"
      },
      "chain": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/TraceLinkView"
        }
      },
      "originalHeld": {
        "type": "boolean",
        "description": "Whether every original behind the figure is sealed in the case; false where it rests on a summary."
      },
      "verified": {
        "type": "boolean",
        "description": "Integrity only: that nothing in the chain has changed since it was sealed. Says nothing about truth."
      }
    },
    "required": [
      "figure",
      "chain",
      "originalHeld",
      "verified"
    ],
    "additionalProperties": false
  },
  "TwoPersonsView": {
    "type": "object",
    "properties": {
      "asksFor": {
        "type": "array",
        "description": "Kinds of acts for which the case asks two people.",
        "items": {
          "type": "string"
        }
      },
      "keys": {
        "type": "array",
        "description": "Keys that signed in this case; only those that count may propose and agree.",
        "items": {
          "type": "object",
          "properties": {
            "actor": {
              "type": "string"
            },
            "device": {
              "type": "string"
            },
            "counts": {
              "type": "boolean"
            }
          },
          "required": [
            "actor",
            "device",
            "counts"
          ],
          "additionalProperties": false
        }
      },
      "proposals": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/ProposalView"
        }
      }
    },
    "required": [
      "asksFor",
      "keys",
      "proposals"
    ],
    "additionalProperties": false
  },
  "UndecidedView": {
    "type": "object",
    "properties": {
      "is": {
        "type": "string",
        "enum": [
          "list",
          "person",
          "speaker",
          "site"
        ],
        "description": "A list of which rows are undecided; a person or a speaker whom statements name; a site."
      },
      "id": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "persons": {
        "type": [
          "number",
          "null"
        ],
        "description": "Of a list, the persons whom undecided rows name; null of anything else."
      }
    },
    "required": [
      "is",
      "id",
      "name",
      "persons"
    ],
    "additionalProperties": false
  },
  "UnreadableCase": {
    "type": "object",
    "properties": {
      "id": {
        "type": "string"
      },
      "code": {
        "type": "string"
      },
      "message": {
        "type": "string"
      }
    },
    "required": [
      "id",
      "code",
      "message"
    ],
    "additionalProperties": false
  },
  "UpToView": {
    "type": "object",
    "properties": {
      "acts": {
        "type": "number",
        "description": "Acts on the disk, as far as this process has looked."
      },
      "shown": {
        "type": "number",
        "description": "Acts that the views show."
      },
      "searchable": {
        "type": [
          "number",
          "null"
        ],
        "description": "Acts that search covers; null before the first search, which covers all that are shown."
      }
    },
    "required": [
      "acts",
      "shown",
      "searchable"
    ],
    "additionalProperties": false,
    "description": "How far views and search have come with the log; acts counted from its first."
  },
  "Urgency": {
    "type": "string",
    "enum": [
      "works-soon",
      "works-announced",
      "threatened",
      "quiet",
      "destroyed"
    ],
    "description": "works-soon: announced works may begin within the days asked for, or may have begun; works-announced: later, or without a time; threatened: another threat is recorded; quiet: none is; destroyed: nothing is left to protect."
  },
  "ValueKind": {
    "type": "string",
    "enum": [
      "quantity",
      "text",
      "name",
      "ref",
      "point",
      "outline",
      "involvement",
      "code",
      "none"
    ],
    "description": "- quantity: a count with an exact value, a bound or a range, or only words (\"thousands\").\n- text: words, in one or more languages.\n- name: a personal name as words, or with what kind of name it is, its language and title.\n- ref: another subject.\n- point: a coordinate with its accuracy.\n- outline: a closed ring of coordinates with its accuracy.\n- involvement: an alleged part in an act, with what it is said on.\n- code: one of the words that the property lists.\n- none: the property says it all; the time and the place of the statement carry the rest."
  },
  "Visibility": {
    "type": "string",
    "enum": [
      "full",
      "name",
      "initials",
      "counted",
      "withheld"
    ]
  },
  "VisibilityDecisionView": {
    "type": "object",
    "properties": {
      "kind": {
        "type": "string",
        "const": "visibility"
      },
      "visibility": {
        "$ref": "#/components/schemas/Visibility"
      },
      "why": {
        "type": "string"
      },
      "by": {
        "type": "string"
      },
      "on": {
        "type": "string",
        "description": "ISO day."
      },
      "isConsentOver": {
        "type": "boolean",
        "description": "Whether it rests on a consent that was taken back or has run out, and shows nothing any more."
      }
    },
    "required": [
      "kind",
      "visibility",
      "why",
      "by",
      "on",
      "isConsentOver"
    ],
    "additionalProperties": false
  },
  "VisibilityRecorded": {
    "type": "object",
    "properties": {
      "acts": {
        "type": "array",
        "description": "In the order of the log; none when the change said nothing new.",
        "items": {
          "$ref": "#/components/schemas/ActReceipt"
        }
      },
      "treeSize": {
        "type": "number",
        "description": "Acts in the log after it."
      },
      "root": {
        "type": "string",
        "description": "SHA-256 root over them, as hexadecimal digits."
      },
      "covers": {
        "type": "array",
        "description": "What it is said of: subjects by id, rows as `list:record_id`.",
        "items": {
          "type": "string"
        }
      }
    },
    "required": [
      "acts",
      "covers",
      "root",
      "treeSize"
    ],
    "additionalProperties": false
  },
  "VocabularyView": {
    "type": "object",
    "properties": {
      "properties": {
        "type": "array",
        "description": "Every property, in the order of the questions it helps to answer.",
        "items": {
          "$ref": "#/components/schemas/PropertyView"
        }
      },
      "kinds": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "kind": {
              "$ref": "#/components/schemas/SubjectKind"
            },
            "label": {
              "type": "string"
            }
          },
          "required": [
            "kind",
            "label"
          ],
          "additionalProperties": false
        }
      }
    },
    "required": [
      "properties",
      "kinds"
    ],
    "additionalProperties": false
  },
  "WatchListView": {
    "type": "object",
    "properties": {
      "on": {
        "type": "number",
        "description": "Days since 1970-01-01."
      },
      "withinDays": {
        "type": "number"
      },
      "audience": {
        "$ref": "#/components/schemas/Audience"
      },
      "sites": {
        "type": "array",
        "description": "The most urgent first.",
        "items": {
          "$ref": "#/components/schemas/WatchedSiteView"
        }
      },
      "withheld": {
        "type": "number",
        "description": "How many sites this audience is told nothing of."
      }
    },
    "required": [
      "on",
      "withinDays",
      "audience",
      "sites",
      "withheld"
    ],
    "additionalProperties": false
  },
  "WatchedSiteView": {
    "type": "object",
    "properties": {
      "site": {
        "$ref": "#/components/schemas/NamedView"
      },
      "place": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/NamedView"
          },
          {
            "type": "null"
          }
        ]
      },
      "status": {
        "$ref": "#/components/schemas/SiteStatusView"
      },
      "life": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/SiteStageView"
        }
      },
      "threats": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/StatementView"
        }
      },
      "facts": {
        "type": "array",
        "description": "Kind, existence, persons, land and place, each with every statement.",
        "items": {
          "type": "object",
          "properties": {
            "property": {
              "type": "string"
            },
            "propertyText": {
              "type": "string"
            },
            "support": {
              "$ref": "#/components/schemas/SupportView",
              "description": "Of all of them together."
            },
            "statements": {
              "type": "array",
              "items": {
                "$ref": "#/components/schemas/StatementView"
              }
            }
          },
          "required": [
            "property",
            "propertyText",
            "support",
            "statements"
          ],
          "additionalProperties": false
        }
      },
      "control": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/LandControlView"
        }
      },
      "images": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/ImageView"
        }
      },
      "imagePairs": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "before": {
              "$ref": "#/components/schemas/ImageView"
            },
            "after": {
              "$ref": "#/components/schemas/ImageView"
            }
          },
          "required": [
            "before",
            "after"
          ],
          "additionalProperties": false
        }
      },
      "coordinate": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/CoordinateView"
          },
          {
            "type": "null"
          }
        ],
        "description": "The most exact of its own; else that of its place."
      },
      "outlines": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/OutlineView"
        }
      },
      "later": {
        "type": "number",
        "description": "Statements about times after the day: left out."
      },
      "publication": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/PublicationView"
          },
          {
            "type": "null"
          }
        ],
        "description": "What was decided about telling its place; null while nobody decided."
      },
      "publicationText": {
        "type": "string",
        "description": "The decision in words, and that this view is for those who work in the case where it is."
      },
      "urgency": {
        "$ref": "#/components/schemas/Urgency"
      },
      "urgencyText": {
        "type": "string"
      },
      "daysLeft": {
        "type": [
          "number",
          "null"
        ],
        "description": "Days until announced works may begin; negative when they may have begun."
      }
    },
    "required": [
      "control",
      "coordinate",
      "daysLeft",
      "facts",
      "imagePairs",
      "images",
      "later",
      "life",
      "outlines",
      "place",
      "publication",
      "publicationText",
      "site",
      "status",
      "threats",
      "urgency",
      "urgencyText"
    ],
    "additionalProperties": false
  },
  "WaterfallStepView": {
    "type": "object",
    "properties": {
      "comparison": {
        "type": "string"
      },
      "label": {
        "type": "string"
      },
      "level": {
        "type": "string"
      },
      "levelText": {
        "type": "string"
      },
      "bits": {
        "type": "number"
      },
      "totalBits": {
        "type": "number",
        "description": "The prior and every step so far."
      }
    },
    "required": [
      "comparison",
      "label",
      "level",
      "levelText",
      "bits",
      "totalBits"
    ],
    "additionalProperties": false
  },
  "WaterfallView": {
    "type": "object",
    "properties": {
      "priorBits": {
        "type": "number"
      },
      "steps": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/WaterfallStepView"
        }
      },
      "jointBits": {
        "type": "number",
        "description": "What comparisons that go together, such as a birth date and an age, add or take beside."
      },
      "restBits": {
        "type": "number",
        "description": "The part that no step tells: of links recorded before steps were kept, rarity; else the hold below."
      },
      "totalBits": {
        "type": "number"
      },
      "probability": {
        "type": "number"
      },
      "thresholdBits": {
        "type": "object",
        "properties": {
          "link": {
            "type": "number"
          },
          "review": {
            "type": "number"
          }
        },
        "required": [
          "link",
          "review"
        ],
        "additionalProperties": false
      },
      "isHeldBack": {
        "type": "boolean",
        "description": "Held below the link weight because the two have different names of their own."
      }
    },
    "required": [
      "priorBits",
      "steps",
      "jointBits",
      "restBits",
      "totalBits",
      "probability",
      "thresholdBits",
      "isHeldBack"
    ],
    "additionalProperties": false
  },
  "WhatWouldChangeView": {
    "type": "object",
    "properties": {
      "figure": {
        "type": "string"
      },
      "dependences": {
        "type": "array",
        "items": {
          "type": "object",
          "properties": {
            "without": {
              "type": "string",
              "description": "The id of a statement, or `list:<name>`."
            },
            "statement": {
              "anyOf": [
                {
                  "$ref": "#/components/schemas/StatementView"
                },
                {
                  "type": "null"
                }
              ]
            },
            "effect": {
              "type": "string",
              "enum": [
                "changed",
                "gone",
                "none"
              ]
            },
            "after": {
              "type": [
                "string",
                "null"
              ],
              "description": "The value that the figure would have; null when it would be gone."
            }
          },
          "required": [
            "without",
            "statement",
            "effect",
            "after"
          ],
          "additionalProperties": false
        }
      }
    },
    "required": [
      "figure",
      "dependences"
    ],
    "additionalProperties": false
  },
  "WhoHeldView": {
    "type": "object",
    "properties": {
      "office": {
        "$ref": "#/components/schemas/NamedView"
      },
      "on": {
        "$ref": "#/components/schemas/TimeView"
      },
      "about": {
        "type": "array",
        "description": "What is said of its existence and of what it was responsible for: an office that did not exist had no holder.",
        "items": {
          "$ref": "#/components/schemas/StatementView"
        }
      },
      "holders": {
        "type": "array",
        "items": {
          "$ref": "#/components/schemas/HolderView"
        }
      },
      "gaps": {
        "type": "array",
        "description": "Gaps that the time asked for touches.",
        "items": {
          "$ref": "#/components/schemas/GapView"
        }
      },
      "isUnrecorded": {
        "type": "boolean",
        "description": "True for a day on which nobody is recorded: that is not that nobody held the office."
      },
      "severalText": {
        "type": [
          "string",
          "null"
        ],
        "description": "That sources place several persons in it on the one day that is asked about; null where they do not."
      }
    },
    "required": [
      "office",
      "on",
      "about",
      "holders",
      "gaps",
      "isUnrecorded",
      "severalText"
    ],
    "additionalProperties": false
  },
  "WordsThatStay": {
    "type": "object",
    "properties": {
      "in": {
        "type": "string",
        "enum": [
          "finding",
          "statement",
          "source",
          "unread"
        ],
        "description": "finding: a text of the keepers repeats them. statement: another statement quotes them. source: another sealed file holds them. unread: a file that could not be searched."
      },
      "id": {
        "type": "string"
      },
      "name": {
        "type": "string"
      },
      "of": {
        "type": [
          "string",
          "null"
        ],
        "description": "The statement whose words they are; null for a file that could not be searched."
      }
    },
    "required": [
      "in",
      "id",
      "name",
      "of"
    ],
    "additionalProperties": false
  },
  "WorkLeftView": {
    "type": "object",
    "properties": {
      "what": {
        "type": "string",
        "description": "Such as \"pairs\", \"mentions\", \"status.conflict\"."
      },
      "count": {
        "type": "number"
      },
      "text": {
        "type": "string",
        "description": "The count in words, with what a person does about it."
      },
      "place": {
        "$ref": "#/components/schemas/WorkPlace"
      },
      "status": {
        "type": [
          "string",
          "null"
        ],
        "description": "For the search: the status that is looked for."
      }
    },
    "required": [
      "what",
      "count",
      "text",
      "place",
      "status"
    ],
    "additionalProperties": false
  },
  "WorkPlace": {
    "type": [
      "string",
      "null"
    ],
    "enum": [
      "review",
      "search",
      "places",
      "sources",
      "estimate",
      null
    ],
    "description": "Where the work is done: the page of the workbench, and below it what to look at; null for the command line."
  },
  "WorkView": {
    "type": "object",
    "properties": {
      "left": {
        "type": "array",
        "description": "Nothing where nothing waits.",
        "items": {
          "$ref": "#/components/schemas/WorkLeftView"
        }
      },
      "news": {
        "$ref": "#/components/schemas/NewsView"
      }
    },
    "required": [
      "left",
      "news"
    ],
    "additionalProperties": false
  }
};
